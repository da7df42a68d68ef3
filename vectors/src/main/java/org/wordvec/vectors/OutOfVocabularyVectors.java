package org.wordvec.vectors;

import java.util.Optional;

/**
 * Makes vectors for words that a vocabulary lacks, from their parts. Safe for use by several
 * threads.
 */
@FunctionalInterface
public interface OutOfVocabularyVectors {
  /** Makes none. */
  OutOfVocabularyVectors NONE = word -> Optional.empty();

  /** Returns the vector of a word, or nothing if it has no known part. */
  Optional<float[]> vector(String word);
}
