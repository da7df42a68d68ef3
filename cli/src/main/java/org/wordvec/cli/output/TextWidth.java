package org.wordvec.cli.output;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Computes the width of text in terminal columns: East Asian wide characters take two, combining
 * marks none.
 */
public final class TextWidth {
  private TextWidth() {}

  /** Returns the width of a text. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text.codePointAt(i));
    }
    return width;
  }

  private static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    if (codePoint < 0x1100 || isHalfWidth(codePoint)) {
      return false;
    }
    return Wide.SCRIPTS.contains(UnicodeScript.of(codePoint))
        || Character.isEmojiPresentation(codePoint)
        || isWideSymbol(codePoint);
  }

  /** Returns whether a character is half-width Katakana or Hangul. */
  private static boolean isHalfWidth(int codePoint) {
    return isBetween(codePoint, 0xFF61, 0xFFDC);
  }

  /**
   * Returns whether a character is CJK punctuation or an enclosed or full-width form, which have no
   * script of their own.
   */
  private static boolean isWideSymbol(int codePoint) {
    return isBetween(codePoint, 0x3000, 0x303E)
        || isBetween(codePoint, 0x30A0, 0x33FF)
        || isBetween(codePoint, 0xFF01, 0xFF60)
        || isBetween(codePoint, 0xFFE0, 0xFFE6);
  }

  private static boolean isBetween(int codePoint, int first, int last) {
    return first <= codePoint && codePoint <= last;
  }

  /** Wide scripts, loaded on first use, since the JDK's table of scripts is slow to load. */
  private static final class Wide {
    static final Set<UnicodeScript> SCRIPTS =
        Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI,
            UnicodeScript.TANGUT);
  }
}
