package org.wordvec.corpora.tokenizing;

import java.util.Locale;

/** How lines are split into tokens. */
public sealed interface Segmentation {
  /** Splits at all Unicode white space, U+3000 included, and at control characters. */
  Segmentation WHITESPACE = new Whitespace(false);

  /** Returns the name that users give. */
  String name();

  /**
   * Splits at white space, eight bytes at a time and without decoding.
   *
   * @param asciiOnly whether only bytes up to 0x20 are white space, as in the original C programs
   */
  record Whitespace(boolean asciiOnly) implements Segmentation {
    @Override
    public String name() {
      return TextPlugins.WHITESPACE;
    }
  }

  /**
   * Splits with a tokenizer of a plug-in.
   *
   * @param name name that users give
   * @param locale the language of the text, or {@link Locale#ROOT}
   * @param factory creates a tokenizer for each thread
   */
  record Named(String name, Locale locale, Tokenizer.Factory factory) implements Segmentation {}
}
