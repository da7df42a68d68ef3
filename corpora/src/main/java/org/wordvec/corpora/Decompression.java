package org.wordvec.corpora;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Tells by a stream's first bytes how it is packed, and unpacks what can be unpacked. */
public final class Decompression {
  private static final int BUFFER = 1 << 16;

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
    String format = unreadable(magic);
    if (!format.isEmpty()) {
      throw new CorpusException(
          name + ": " + format + ", where text (UTF-8, plain, .gz or .zst) was expected");
    }
    return stream;
  }

  private static String unreadable(byte[] magic) {
    if (startsWith(magic, 'B', 'Z', 'h')) {
      return "bzip2 data";
    } else if (startsWith(magic, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return "xz data";
    } else if (startsWith(magic, 'P', 'K', 3, 4)) {
      return "a zip archive";
    } else if (startsWith(magic, 0xff, 0xfe) || startsWith(magic, 0xfe, 0xff)) {
      return "UTF-16 text";
    } else {
      return "";
    }
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
