package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.wordvec.vectors.WordVectors;

/** Writes rows of text. Not safe for use by several threads. */
final class TextWriter {
  /** About what the digits of a value take, with its separator. */
  static final int BYTES_PER_VALUE = 10;

  // Float.toString is at most 15 characters long.
  private static final int LONGEST_VALUE = 1 + 15;

  private final byte[] values;
  private int used;

  private TextWriter(int dimensions) {
    values = new byte[dimensions * LONGEST_VALUE + 1];
  }

  static void writeRows(WordVectors vectors, OutputStream stream) throws IOException {
    TextWriter writer = new TextWriter(vectors.dimensions());
    for (int row = 0; row < vectors.size(); row++) {
      stream.write(vectors.words().utf8(row));
      writer.writeValues(vectors.matrix().row(row), ' ', stream);
    }
  }

  /** Writes rows without words, as tab-separated values. */
  static void writeValues(WordVectors vectors, OutputStream stream) throws IOException {
    TextWriter writer = new TextWriter(vectors.dimensions());
    for (int row = 0; row < vectors.size(); row++) {
      writer.append(vectors.matrix().row(row), '\t');
      stream.write(writer.values, 1, writer.used - 1);
    }
  }

  static void writeHeader(WordVectors vectors, OutputStream stream) throws IOException {
    String header = vectors.size() + " " + vectors.dimensions() + "\n";
    stream.write(header.getBytes(StandardCharsets.US_ASCII));
  }

  private void writeValues(float[] row, char separator, OutputStream stream) throws IOException {
    append(row, separator);
    stream.write(values, 0, used);
  }

  private void append(float[] row, char separator) {
    used = 0;
    for (float value : row) {
      values[used++] = (byte) separator;
      // Float.toString gives the shortest decimal that reads as the same float (Javadoc of
      // Double.toString).
      append(Float.toString(value));
    }
    values[used++] = '\n';
  }

  private void append(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      values[used++] = (byte) digits.charAt(i);
    }
  }
}
