package org.wordvec.corpora.sources;

import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes that are generated record by record. */
abstract class GeneratedText extends InputStream {
  /** The result of {@link #next} after the last record. */
  static final byte[] END = new byte[0];

  private byte[] record = new byte[1];
  private int at = 1;

  /** Returns the bytes of the next record, at least one, or {@link #END}. */
  abstract byte[] next() throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] buffer, int from, int length) throws IOException {
    int copied = 0;
    while (copied < length) {
      if (at == record.length) {
        if (record.length == 0) {
          break;
        }
        record = next();
        at = 0;
        continue;
      }
      int count = Math.min(length - copied, record.length - at);
      System.arraycopy(record, at, buffer, from + copied, count);
      at += count;
      copied += count;
    }
    return copied == 0 && length > 0 ? -1 : copied;
  }
}
