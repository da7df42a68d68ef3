package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Decompresses all members of a gzip file. Zeros after a member, padding of tapes and devices, are
 * ignored. Not safe for use by several threads.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final BufferedInputStream packed;
  private InputStream member;

  GzipMembers(BufferedInputStream packed) throws IOException {
    this.packed = packed;
    this.member = open();
  }

  /** Opens the next member; reading it leaves the underlying stream after its last byte. */
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
    // Closing the member closes the underlying stream.
    member.close();
  }
}
