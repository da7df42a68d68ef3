package org.wordvec.pictures;

/** Measures the width of text. */
@FunctionalInterface
interface TextMeasure {
  /**
   * Estimates widths for an unknown sans-serif font, rather too wide: East Asian characters are as
   * wide as the font is high, and others depend on their class.
   */
  TextMeasure GUESS = text -> text.codePoints().mapToDouble(TextMeasure::guess).sum();

  /** Returns the width as a multiple of the font size. */
  double ems(String text);

  private static double guess(int point) {
    if (point >= 0x1100) {
      return 1.02;
    }
    if ("ijlI.,:;'|!()[]".indexOf(point) >= 0) {
      return 0.33;
    }
    if ("mwMW@%".indexOf(point) >= 0) {
      return 0.92;
    }
    return Character.isUpperCase(point) ? 0.72 : 0.58;
  }
}
