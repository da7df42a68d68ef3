package org.wordvec.vectors;

import java.util.BitSet;
import java.util.Optional;
import org.wordvec.corpora.WordList;

/**
 * The rows that may be answers. Not changed after it was made; safe for use by several threads.
 *
 * @param limit rows from here on are not even compared
 * @param admitted those below the limit that may be answers; all of them if it is empty
 */
record Candidates(int limit, Optional<BitSet> admitted) {
  static Candidates of(SearchScope scope, WordList words, SearchScope.Counts counts) {
    int limit = scope.top() == 0 ? words.size() : Math.min(scope.top(), words.size());
    if (scope.isOpen()) {
      return new Candidates(limit, Optional.empty());
    }
    BitSet admitted = new BitSet(limit);
    for (int row = 0; row < limit; row++) {
      if (scope.admits(words.word(row), counts)) {
        admitted.set(row);
      }
    }
    return new Candidates(limit, Optional.of(admitted));
  }

  boolean admits(int row) {
    return admitted.isEmpty() || admitted.get().get(row);
  }
}
