package org.wordvec.vectors.search;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.wordvec.corpora.words.WordList;

/**
 * The rows that may be answers: those of a scope, as far as they have a direction. Safe for use by
 * several threads.
 *
 * @param cosines knows which rows have a direction, once they were compared
 * @param limit rows from here on are not even compared
 * @param admitted those below the limit that are in the scope; all of them if it is empty
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

  /** Returns how many rows are in the scope. */
  int size() {
    return admitted.map(BitSet::cardinality).orElse(limit);
  }

  /** Returns whether a row that was compared may be an answer. */
  boolean admits(int row) {
    return (admitted.isEmpty() || admitted.get().get(row)) && cosines.hasDirection(row);
  }
}
