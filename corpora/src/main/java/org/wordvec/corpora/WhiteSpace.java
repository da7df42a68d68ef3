package org.wordvec.corpora;

/** Which characters separate words: Unicode's White_Space and all control characters of ASCII. */
final class WhiteSpace {
  private WhiteSpace() {}

  static boolean is(char letter) {
    if (letter <= ' ') {
      return true;
    }
    return switch (letter) {
      case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
      default -> letter >= 0x2000 && letter <= 0x200a;
    };
  }
}
