package org.wordvec.vectors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * Binary of the word2vec tool: a line {@code V D}, then for each word its bytes, a space, D
 * little-endian float32 values and a newline.
 */
public record Word2VecBinary() implements VectorFormat {
  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    Writable.check(vectors, path);
    OutputFile.write(path, stream -> writeRows(vectors, stream));
  }

  @Override
  public String description() {
    return "word2vec binary";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".bin");
  }

  private static void writeRows(WordVectors vectors, OutputStream stream) throws IOException {
    TextWriter.writeHeader(vectors, stream);
    ByteBuffer values =
        ByteBuffer.allocate(vectors.dimensions() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < vectors.size(); row++) {
      stream.write(vectors.words().utf8(row));
      stream.write(' ');
      values.asFloatBuffer().put(vectors.matrix().row(row));
      stream.write(values.array());
      stream.write('\n');
    }
  }
}
