package org.wordvec.corpora;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
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
   * @throws CorpusException if it is in a format that is no text and cannot be unpacked
   */
  public static InputStream open(InputStream raw, String name) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(raw, BUFFER);
    stream.mark(8);
    byte[] magic = stream.readNBytes(6);
    stream.reset();
    if (startsWith(magic, 0x1f, 0x8b)) {
      return new GZIPInputStream(stream, BUFFER);
    }
    if (startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd) || startsWith(magic, 0x50, 0x2a, 0x4d, 0x18)) {
      return new ZstdInputStream(stream);
    }
    if (startsWith(magic, 'B', 'Z', 'h')) {
      return new BZip2CompressorInputStream(stream, true);
    }
    if (startsWith(magic, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZCompressorInputStream.builder()
          .setInputStream(stream)
          .setDecompressConcatenated(true)
          .setMemoryLimitKiB(XZ_MEMORY_KIB)
          .get();
    }
    if (startsWith(magic, 'P', 'K', 3, 4)) {
      throw new CorpusException(
          name + ": a zip archive, where text (plain, .gz, .bz2, .xz or .zst) was expected");
    }
    return stream;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    byte[] expected = new byte[prefix.length];
    for (int i = 0; i < prefix.length; i++) {
      expected[i] = (byte) prefix[i];
    }
    return bytes.length >= expected.length
        && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
  }
}
