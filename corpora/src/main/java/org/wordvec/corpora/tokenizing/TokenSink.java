package org.wordvec.corpora.tokenizing;

/**
 * Takes tokens as a tokenizer finds them.
 *
 * <p>White space at the ends of a token is left out, and white space inside becomes {@code _}, as
 * files of words separate them by spaces. Of a blank token nothing is left.
 */
@FunctionalInterface
public interface TokenSink {
  /** Takes the characters {@code [start, end)} of a text. */
  void accept(CharSequence text, int start, int end);

  /** Takes a whole token. */
  default void accept(CharSequence token) {
    accept(token, 0, token.length());
  }
}
