package org.wordvec.corpora.tokenizing;

/**
 * Turns traditional Chinese characters into simplified ones. A service, found through {@link
 * java.util.ServiceLoader}. Safe for use by several threads.
 */
@FunctionalInterface
public interface Simplification {
  /** The same text in simplified characters. */
  String simplify(String text);
}
