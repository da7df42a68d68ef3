package org.wordvec.corpora.tokenizing;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Normalization of characters before text is tokenized, as it changes token boundaries.
 *
 * @param nfkc whether Unicode's compatibility composition (UAX 15) is applied: ligatures,
 *     full-width letters, Roman numerals and the like become plain letters
 * @param halfWidth whether full-width ASCII (U+FF01 to U+FF5E) and the ideographic space become
 *     ASCII; NFKC does more
 * @param simplification converts traditional Chinese characters to simplified ones, if present
 */
public record CharacterNormalization(
    boolean nfkc, boolean halfWidth, Optional<Simplification> simplification) {
  /** No normalization. */
  public static final CharacterNormalization AS_WRITTEN =
      new CharacterNormalization(false, false, Optional.empty());

  private static final int FULL_WIDTH_OFFSET = 0xfee0;

  /** Returns whether no character is changed. */
  boolean isIdentity() {
    return !nfkc && !halfWidth && simplification.isEmpty();
  }

  /** Returns the normalized text. */
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
