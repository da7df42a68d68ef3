package org.wordvec.corpora.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Decompresses all members of a .bz2 file. Reading again after damage throws again. */
final class BzipMembers extends FilterInputStream {
  BzipMembers(InputStream packed) throws IOException {
    super(new BZip2CompressorInputStream(packed, true));
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IllegalStateException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IllegalStateException e) {
      throw damaged(e);
    }
  }

  private static IOException damaged(IllegalStateException e) {
    return new IOException("the compressed data are damaged", e);
  }
}
