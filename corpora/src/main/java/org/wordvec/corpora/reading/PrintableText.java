package org.wordvec.corpora.reading;

import java.util.HexFormat;

/**
 * Text that a terminal shows instead of acting on it. A file of vectors can hold any characters in
 * its words, and an error repeats what a user gave: control characters move the cursor or write to
 * the clipboard, directional ones change the order of what stands around them, line breaks tear a
 * table apart, and nobody sees a space of no width. They are written as {@code \}{@code u001b}. The
 * joiners of Persian, Indic scripts and emoji stay.
 */
public final class PrintableText {
  private static final HexFormat HEX = HexFormat.of();

  private PrintableText() {}

  /** Returns the text in one line, with what a terminal would act on escaped. */
  public static String of(String text) {
    return escaped(text, false);
  }

  /** Returns JSON with the same characters escaped in its strings, and its own lines kept. */
  public static String inJson(String json) {
    return escaped(json, true);
  }

  /** Whether nothing has to be escaped. */
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

  /** Of no width and of no meaning to the script around it, so that two words look the same. */
  private static boolean isInvisible(char character) {
    return character == 0x200b || character == 0x2060 || character == 0xfeff;
  }

  private static boolean isBetween(char character, int first, int last) {
    return first <= character && character <= last;
  }
}
