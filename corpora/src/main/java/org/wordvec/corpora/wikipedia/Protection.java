package org.wordvec.corpora.wikipedia;

/**
 * Keeps characters that look like markup from being taken for it by later stages: each becomes a
 * noncharacter of Unicode, which no text holds, until the last stage.
 */
final class Protection {
  private static final String MARKUP = "<>[]{}|'=*#:;!_-&";
  private static final char FIRST = '\ufdd0';
  private static final char LAST = '\ufdef';

  /** Keeps apart what stands before and behind it, and is no text. */
  private static final char BOUNDARY = LAST;

  private Protection() {}

  /** Returns a page without noncharacters of its own. */
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

  /** Appends text in which there is no markup apart from references to characters. */
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

  /** Appends a character as it was. */
  static void restore(char c, StringBuilder out) {
    if (!isOurs(c)) {
      out.append(c);
    } else if (c - FIRST < MARKUP.length()) {
      out.append(MARKUP.charAt(c - FIRST));
    }
  }

  /** Whether a character stands for another here. */
  static boolean isOurs(char c) {
    return c >= FIRST && c <= LAST;
  }
}
