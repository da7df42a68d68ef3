package org.wordvec.corpora.text;

/**
 * Finds white space beyond ASCII in UTF-8 bytes; the characters are those of {@link WhiteSpace}.
 */
public final class UnicodeSpaces {
  private UnicodeSpaces() {}

  /**
   * Returns the index of the first space in {@code [start, end)}, or {@code end} if there is none.
   */
  public static int first(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      boolean found =
          switch (bytes[i]) {
            case (byte) 0xc2 -> bytes[i + 1] == (byte) 0x85 || bytes[i + 1] == (byte) 0xa0;
            case (byte) 0xe1 -> bytes[i + 1] == (byte) 0x9a && bytes[i + 2] == (byte) 0x80;
            case (byte) 0xe2 -> isGeneral(bytes[i + 1], bytes[i + 2]);
            case (byte) 0xe3 -> bytes[i + 1] == (byte) 0x80 && bytes[i + 2] == (byte) 0x80;
            case (byte) 0xef -> bytes[i + 1] == (byte) 0xbb && bytes[i + 2] == (byte) 0xbf;
            default -> false;
          };
      if (found) {
        return i;
      }
    }
    return end;
  }

  /** Returns the number of bytes of a space from its first byte. */
  public static int length(byte lead) {
    return lead == (byte) 0xc2 ? 2 : 3;
  }

  /**
   * Returns whether these are the last bytes of U+2000 to U+200A, U+2028, U+2029, U+202F or U+205F.
   */
  private static boolean isGeneral(byte second, byte third) {
    int last = third & 0xff;
    return (second == (byte) 0x80
            && ((last >= 0x80 && last <= 0x8a) || last == 0xa8 || last == 0xa9 || last == 0xaf))
        || (second == (byte) 0x81 && last == 0x9f);
  }
}
