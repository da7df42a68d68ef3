package org.wordvec.corpora.text;

/**
 * Defines the characters that separate words: Unicode's White_Space, all ASCII control characters,
 * and the byte order mark, which occurs inside concatenated files.
 */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** Returns whether a character separates words. */
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
