package org.wordvec.pictures;

/** How wide a text is. */
@FunctionalInterface
interface TextMeasure {
  /**
   * Guesses for whichever sans-serif font a viewer has, on the wide side: East Asian characters are
   * as wide as the font is high, and others go by their kind.
   */
  TextMeasure GUESS = text -> text.codePoints().mapToDouble(TextMeasure::guess).sum();

  /** The width as a multiple of the font size. */
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
