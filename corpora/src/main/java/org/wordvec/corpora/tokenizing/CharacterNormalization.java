package org.wordvec.corpora.tokenizing;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What becomes of characters before text is cut into words, as it changes where words end.
 *
 * @param nfkc whether Unicode's compatibility composition is applied (UAX 15): ligatures,
 *     full-width letters, Roman numerals and the like become plain letters
 * @param halfWidth whether full-width ASCII (U+FF01 to U+FF5E) and the ideographic space become
 *     ASCII; NFKC does more
 * @param simplification what turns traditional Chinese characters into simplified ones, if wanted
 */
public record CharacterNormalization(
    boolean nfkc, boolean halfWidth, Optional<Simplification> simplification) {
  /** Characters as they are. */
  public static final CharacterNormalization AS_WRITTEN =
      new CharacterNormalization(false, false, Optional.empty());

  private static final int FULL_WIDTH_OFFSET = 0xfee0;

  /** Whether nothing changes. */
  boolean isIdentity() {
    return !nfkc && !halfWidth && simplification.isEmpty();
  }

  /** The text with its characters changed. */
  String apply(String text) {
    String narrow = halfWidth ? narrowed(text) : text;
    String composed = nfkc ? Normalizer.normalize(narrow, Normalizer.Form.NFKC) : narrow;
    return simplification.isPresent() ? simplification.get().simplify(composed) : composed;
  }

  private static String narrowed(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= '\uff01' && letter <= '\uff5e') {
        letter = (char) (letter - FULL_WIDTH_OFFSET);
      } else if (letter == '\u3000') {
        letter = ' ';
      }
      narrow.append(letter);
    }
    return narrow.toString();
  }
}
