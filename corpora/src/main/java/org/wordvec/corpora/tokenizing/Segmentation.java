package org.wordvec.corpora.tokenizing;

import java.util.Locale;

/** How lines are cut into tokens. */
public sealed interface Segmentation {
  /** At all white space that Unicode knows, U+3000 too, and at control characters. */
  Segmentation WHITESPACE = new Whitespace(false);

  /** What the user calls it. */
  String name();

  /**
   * At white space: eight bytes at a time, without decoding them.
   *
   * @param asciiOnly whether only bytes up to 0x20 count, as the programs in C see it
   */
  record Whitespace(boolean asciiOnly) implements Segmentation {
    @Override
    public String name() {
      return TextPlugins.WHITESPACE;
    }
  }

  /**
   * As a tokenizer does that somebody provides.
   *
   * @param name what the user calls it
   * @param locale the language of the text, or {@link Locale#ROOT}
   * @param factory makes one for each thread
   */
  record Named(String name, Locale locale, Tokenizer.Factory factory) implements Segmentation {}
}
