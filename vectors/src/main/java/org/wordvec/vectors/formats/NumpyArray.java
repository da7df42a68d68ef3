package org.wordvec.vectors.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;

/**
 * A NumPy array {@code NAME.npy} of format version 1.0, and beside it {@code NAME.vocab} with one
 * word per line, in the order of the rows.
 */
public record NumpyArray() implements VectorFormat {
  private static final int ALIGNMENT = 64;
  private static final int MARK_BYTES = 10;

  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    VocabularyFile.check(vectors, path);
    List<Path> files = files(path);
    OutputFile.write(
        Map.of(
            files.get(0),
            stream -> {
              stream.write(header(vectors));
              FloatWriter.writeAll(vectors, stream);
              vectors.requireUnchanged();
            },
            files.get(1),
            stream -> VocabularyFile.write(vectors.words(), stream)));
  }

  @Override
  public String description() {
    return "NumPy array";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".npy");
  }

  @Override
  public List<Path> files(Path path) {
    return List.of(path, VocabularyFile.beside(path, ".vocab"));
  }

  private static byte[] header(WordVectors vectors) {
    String fields =
        String.format(
            Locale.ROOT,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
            vectors.size(),
            vectors.dimensions());
    int unpadded = MARK_BYTES + fields.length() + 1;
    String padding = " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT);
    byte[] text = (fields + padding + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(MARK_BYTES + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put(new byte[] {1, 0})
        .putShort((short) text.length)
        .put(text)
        .array();
  }
}
