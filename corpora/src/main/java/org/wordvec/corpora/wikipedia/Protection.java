package org.wordvec.corpora.wikipedia;

/**
 * Protects literal characters that look like markup from later stages: each is replaced by a
 * Unicode noncharacter, which no text contains, until the last stage.
 */
final class Protection {
  private static final String MARKUP = "<>[]{}|'=*#:;!_-&";
  private static final char FIRST = '\ufdd0';
  private static final char LAST = '\ufdef';

  /** An invisible separator of the text before and after it. */
  private static final char BOUNDARY = LAST;

  private Protection() {}

  /** Returns a page with its own noncharacters removed. */
  static CharSequence prepare(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (isOurs(text.charAt(i))) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars().filter(c -> !isOurs((char) c)).forEach(c -> clean.append((char) c));
        return clean;
      }
    }
    return text;
  }

  /** Appends text in which only character references are markup. */
  static void append(CharSequence text, StringBuilder out) {
    CharSequence decoded = CharacterReferences.decode(text);
    out.append(BOUNDARY);
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      int markup = c < 0x80 ? MARKUP.indexOf(c) : -1;
      out.append(markup < 0 ? c : (char) (FIRST + markup));
    }
    out.append(BOUNDARY);
  }

  /** Appends the original of a character. */
  static void restore(char c, StringBuilder out) {
    if (!isOurs(c)) {
      out.append(c);
    } else if (c - FIRST < MARKUP.length()) {
      out.append(MARKUP.charAt(c - FIRST));
    }
  }

  /** Returns whether a character is a substitute for another one. */
  static boolean isOurs(char c) {
    return c >= FIRST && c <= LAST;
  }
}
