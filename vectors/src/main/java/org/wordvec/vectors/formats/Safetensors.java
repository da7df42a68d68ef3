package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;

/**
 * The safetensors format with two tensors: {@code vectors}, float32 {@code [words, dimensions]},
 * and {@code words}, bytes: the words in UTF-8, with a newline after each.
 *
 * <p>The words are a tensor instead of metadata, as every program reads the header as a whole and
 * limits it to 100 MB, and instead of a second file, which could get lost. In Python they are
 * {@code bytes(tensors["words"]).decode().split("\n")[:-1]}.
 */
public record Safetensors() implements VectorFormat {
  static final String VECTORS = "vectors";
  static final String WORDS = "words";

  private static final int ALIGNMENT = 64;

  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    Writable.check(vectors, path, Writable.ON_A_LINE);
    OutputFile.write(
        path,
        stream -> {
          writeHeader(vectors, stream);
          FloatWriter.writeAll(vectors, stream);
          VocabularyFile.write(vectors.words(), stream);
          vectors.requireUnchanged();
        });
  }

  @Override
  public String description() {
    return "safetensors";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".safetensors");
  }

  private static void writeHeader(WordVectors vectors, OutputStream stream) throws IOException {
    long values = (long) vectors.size() * vectors.dimensions() * Float.BYTES;
    long words = bytes(vectors.words());
    String header =
        String.format(
            Locale.ROOT,
            """
            {"%s":{"dtype":"F32","shape":[%d,%d],"data_offsets":[0,%d]},\
            "%s":{"dtype":"U8","shape":[%d],"data_offsets":[%d,%d]}}\
            """,
            VECTORS,
            vectors.size(),
            vectors.dimensions(),
            values,
            WORDS,
            words,
            values,
            values + words);
    int unpadded = Long.BYTES + header.length();
    byte[] text =
        (header + " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT))
            .getBytes(StandardCharsets.US_ASCII);
    stream.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .array());
    stream.write(text);
  }

  /** Returns the number of bytes of all words with their newlines. */
  private static long bytes(WordList words) {
    long bytes = words.size();
    for (int id = 0; id < words.size(); id++) {
      bytes += words.length(id);
    }
    return bytes;
  }
}
