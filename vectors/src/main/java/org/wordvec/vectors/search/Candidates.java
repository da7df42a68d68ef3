package org.wordvec.vectors.search;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.wordvec.corpora.words.WordList;

/**
 * The rows that may be answers: those of a scope whose vectors are not zero. Safe for use by
 * several threads.
 *
 * @param cosines determines which compared rows are not zero
 * @param limit number of rows to compare
 * @param admitted rows below the limit that are in the scope; if empty, all of them
 */
record Candidates(Cosines cosines, int limit, Optional<BitSet> admitted) {
  static Candidates of(
      Cosines cosines, SearchScope scope, WordList words, SearchScope.Counts counts) {
    int limit = scope.top() == 0 ? words.size() : Math.min(scope.top(), words.size());
    if (scope.isOpen()) {
      return new Candidates(cosines, limit, Optional.empty());
    }
    Predicate<String> admission = scope.admission(counts);
    BitSet admitted = new BitSet(limit);
    for (int row = 0; row < limit; row++) {
      if (admission.test(words.word(row))) {
        admitted.set(row);
      }
    }
    return new Candidates(cosines, limit, Optional.of(admitted));
  }

  /** Returns the number of rows in the scope. */
  int size() {
    return admitted.map(BitSet::cardinality).orElse(limit);
  }

  /** Returns whether a compared row may be an answer. */
  boolean admits(int row) {
    return (admitted.isEmpty() || admitted.get().get(row)) && cosines.hasDirection(row);
  }
}
