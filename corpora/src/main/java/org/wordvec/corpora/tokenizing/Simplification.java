package org.wordvec.corpora.tokenizing;

/**
 * Converts traditional Chinese characters to simplified ones. A service that is found by {@link
 * java.util.ServiceLoader}. Safe for use by several threads.
 */
@FunctionalInterface
public interface Simplification {
  /** Returns the text in simplified characters. */
  String simplify(String text);
}
