package org.wordvec.vectors;

import java.util.Optional;

/**
 * Computes vectors for out-of-vocabulary words from their parts. Implementations must be safe for
 * use by several threads.
 */
@FunctionalInterface
public interface OutOfVocabularyVectors {
  /** Computes no vectors. */
  OutOfVocabularyVectors NONE = word -> Optional.empty();

  /** Returns the vector of an out-of-vocabulary word, or nothing if none of its parts is known. */
  Optional<float[]> vector(String word);
}
