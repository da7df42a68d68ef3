package org.wordvec.corpora;

/** How lines are cut into tokens. */
public sealed interface Segmentation {
  /** At white space: eight bytes at a time, without decoding them. */
  Segmentation WHITESPACE = new Whitespace();

  /** What the user calls it. */
  String name();

  /** At bytes up to 0x20. */
  record Whitespace() implements Segmentation {
    @Override
    public String name() {
      return Tokenizers.WHITESPACE;
    }
  }

  /** As a tokenizer does that somebody provides. */
  record Named(String name, Tokenizer.Factory factory) implements Segmentation {}
}
