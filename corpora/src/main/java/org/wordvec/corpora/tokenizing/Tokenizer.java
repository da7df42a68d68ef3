package org.wordvec.corpora.tokenizing;

/**
 * Splits text into tokens. An instance is used by one thread at a time and may keep internal state
 * between texts.
 */
@FunctionalInterface
public interface Tokenizer {
  /**
   * Passes the tokens of a text to a sink, in order. The same text must always yield the same
   * tokens.
   *
   * @param text a line of the corpus without its line feed; may be empty or blank
   * @param tokens receives the tokens
   */
  void tokenize(String text, TokenSink tokens);

  /** Creates one instance for each reading thread, on that thread. */
  @FunctionalInterface
  interface Factory {
    /** Creates a tokenizer that shares no mutable state with earlier ones. */
    Tokenizer create();

    /** Returns the default handling of punctuation. */
    default Punctuation punctuation() {
      return Punctuation.KEEP;
    }
  }
}
