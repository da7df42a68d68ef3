package org.wordvec.corpora.tokenizing;

/**
 * Receives the tokens of a tokenizer.
 *
 * <p>White space at the ends of a token is removed, and white space inside becomes {@code _}, as
 * model files separate words by spaces. Blank tokens are ignored.
 */
@FunctionalInterface
public interface TokenSink {
  /** Receives the token in the characters {@code [start, end)} of a text. */
  void accept(CharSequence text, int start, int end);

  /** Receives a token. */
  default void accept(CharSequence token) {
    accept(token, 0, token.length());
  }
}
