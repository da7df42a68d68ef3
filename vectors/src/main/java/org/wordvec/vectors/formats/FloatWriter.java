package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wordvec.vectors.WordVectors;

/** Writes rows as little-endian float32. Not safe for use by several threads. */
final class FloatWriter {
  private final OutputStream stream;
  private final ByteBuffer bytes;

  FloatWriter(OutputStream stream, int dimensions) {
    this.stream = stream;
    this.bytes = ByteBuffer.allocate(dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  void write(float[] row) throws IOException {
    bytes.asFloatBuffer().put(row);
    stream.write(bytes.array());
  }

  /** Writes all rows, one after the other. */
  static void writeAll(WordVectors vectors, OutputStream stream) throws IOException {
    FloatWriter writer = new FloatWriter(stream, vectors.dimensions());
    for (int row = 0; row < vectors.size(); row++) {
      writer.write(vectors.matrix().row(row));
    }
  }
}
