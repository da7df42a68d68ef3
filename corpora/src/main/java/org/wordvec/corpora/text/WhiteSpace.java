package org.wordvec.corpora.text;

/**
 * Which characters separate words: Unicode's White_Space, all control characters of ASCII, and the
 * byte order mark, which stands in the middle of files that were put together of several.
 */
public final class WhiteSpace {
  private WhiteSpace() {}

  public static boolean is(char letter) {
    if (letter <= ' ') {
      return true;
    }
    return switch (letter) {
      case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff -> true;
      default -> letter >= 0x2000 && letter <= 0x200a;
    };
  }
}
