package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What is packed in the members of a gzip file, one after the other. Zeros behind a member fill a
 * block of a tape or a device and mean nothing. Used by one thread.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final BufferedInputStream packed;
  private InputStream member;

  GzipMembers(BufferedInputStream packed) throws IOException {
    this.packed = packed;
    this.member = open();
  }

  /** Ends where the member does, and leaves the stream behind it. */
  private InputStream open() throws IOException {
    return GzipCompressorInputStream.builder().setInputStream(packed).setBufferSize(BUFFER).get();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = member.read(bytes, from, count);
    while (read < 0 && isAnother()) {
      member = open();
      read = member.read(bytes, from, count);
    }
    return read;
  }

  private boolean isAnother() throws IOException {
    int next;
    do {
      packed.mark(1);
      next = packed.read();
    } while (next == 0);
    if (next < 0) {
      return false;
    }
    packed.reset();
    if (!FirstBytes.are(packed, 0x1f, 0x8b)) {
      throw new IOException("Unexpected data after a valid .gz stream");
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    // The member closes the stream.
    member.close();
  }
}
