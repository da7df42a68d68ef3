package org.wordvec.corpora.tokenizing;

/**
 * Cuts text into tokens. An instance is used by one thread at a time and may keep state between
 * texts that it does not show.
 */
@FunctionalInterface
public interface Tokenizer {
  /**
   * Hands over the tokens of a text in their order. The same text always has the same tokens.
   *
   * @param text a line of the corpus without its line feed; may be empty or blank
   */
  void tokenize(String text, TokenSink tokens);

  /** Makes the instances, one for each thread that reads; called on the thread that will use it. */
  @FunctionalInterface
  interface Factory {
    /** A new tokenizer that shares nothing that changes with those made before. */
    Tokenizer create();

    /** What becomes of punctuation where the user does not say. */
    default Punctuation punctuation() {
      return Punctuation.KEEP;
    }
  }
}
