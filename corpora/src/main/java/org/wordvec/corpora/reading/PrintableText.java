package org.wordvec.corpora.reading;

import java.util.HexFormat;

/**
 * Escapes characters that a terminal would interpret. Words of a model and user input repeated in
 * messages may contain any characters: control characters move the cursor or write to the
 * clipboard, directional ones reorder the text around them, line breaks destroy tables, and
 * zero-width spaces are invisible. They are written as {@code \}{@code u001b}. The joiners of
 * Persian, Indic scripts and emoji are kept.
 */
public final class PrintableText {
  private static final int LONGEST_QUOTED = 40;

  private static final HexFormat HEX = HexFormat.of();

  private PrintableText() {}

  /** Returns a text for quotation in a message: at most 40 characters, then an ellipsis. */
  public static String shortened(String text) {
    return text.length() > LONGEST_QUOTED ? text.substring(0, LONGEST_QUOTED) + "…" : text;
  }

  /** Returns the text in one line, with characters that a terminal would interpret escaped. */
  public static String of(String text) {
    return escaped(text, false);
  }

  /** Returns JSON with these characters escaped in its strings and its line breaks kept. */
  public static String inJson(String json) {
    return escaped(json, true);
  }

  /** Returns whether a text needs no escaping. */
  public static boolean isPrintable(String text) {
    return firstActive(text, false) == text.length();
  }

  private static String escaped(String text, boolean layoutKept) {
    int at = firstActive(text, layoutKept);
    if (at == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (; at < text.length(); at++) {
      char character = text.charAt(at);
      if (isActive(character, layoutKept)) {
        shown.append("\\u").append(HEX.toHexDigits(character));
      } else {
        shown.append(character);
      }
    }
    return shown.toString();
  }

  private static int firstActive(String text, boolean layoutKept) {
    int at = 0;
    while (at < text.length() && !isActive(text.charAt(at), layoutKept)) {
      at++;
    }
    return at;
  }

  private static boolean isActive(char character, boolean layoutKept) {
    if (character < ' ') {
      return !layoutKept || "\n\r\t".indexOf(character) < 0;
    }
    return isBetween(character, 0x7f, 0x9f)
        || isBetween(character, 0x200e, 0x200f)
        || isBetween(character, 0x2028, 0x202e)
        || isBetween(character, 0x2066, 0x2069)
        || character == 0x061c
        || isInvisible(character);
  }

  /**
   * Returns whether a character has no width and no meaning in its script, so that different words
   * would look the same.
   */
  private static boolean isInvisible(char character) {
    return character == 0x200b || character == 0x2060 || character == 0xfeff;
  }

  private static boolean isBetween(char character, int first, int last) {
    return first <= character && character <= last;
  }
}
