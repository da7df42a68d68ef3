package org.wordvec.corpora.reading;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Tells by a stream's first bytes how it is packed, and unpacks what can be unpacked. */
public final class Decompression {
  private static final int BUFFER = 1 << 16;

  /** More than any preset of xz asks for; a crafted header could ask for 4 GiB. */
  private static final int XZ_MEMORY_KIB = 1 << 18;

  private Decompression() {}

  /**
   * The text of a stream.
   *
   * @throws TextFileException if it is in a format that is no text and cannot be unpacked
   */
  public static InputStream open(InputStream raw, String name) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(raw, BUFFER);
    if (FirstBytes.are(stream, 0x1f, 0x8b)) {
      return GzipCompressorInputStream.builder()
          .setInputStream(stream)
          .setBufferSize(BUFFER)
          .setDecompressConcatenated(true)
          .get();
    }
    if (FirstBytes.are(stream, 0x28, 0xb5, 0x2f, 0xfd)
        || FirstBytes.are(stream, 0x50, 0x2a, 0x4d, 0x18)) {
      return new ZstdInputStream(stream);
    }
    if (FirstBytes.are(stream, 'B', 'Z', 'h')) {
      return new BZip2CompressorInputStream(stream, true);
    }
    if (FirstBytes.are(stream, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZCompressorInputStream.builder()
          .setInputStream(stream)
          .setDecompressConcatenated(true)
          .setMemoryLimitKiB(XZ_MEMORY_KIB)
          .get();
    }
    if (FirstBytes.are(stream, 'P', 'K', 3, 4)) {
      throw new TextFileException(
          name + ": a zip archive, where text (plain, .gz, .bz2, .xz or .zst) was expected");
    }
    return stream;
  }
}
