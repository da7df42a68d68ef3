package org.wordvec.cli.senses;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wordvec.vectors.search.Neighbor;

/**
 * Words that stand for a sense, as tables show them.
 *
 * @param words the most typical first
 */
record WordGroup(List<Neighbor> words) {
  /** Number of words that a label is chosen from. */
  static final int TYPICAL = 10;

  private static final int NAMING = 2;

  /**
   * Returns a label: the most frequent of the most typical words, since rare words mean little to a
   * reader.
   */
  String label() {
    return joined(
        words.stream().limit(TYPICAL).sorted(Comparator.comparingInt(Neighbor::id)).limit(NAMING));
  }

  /** Returns the first words. */
  String list(int count) {
    return joined(words.stream().limit(count));
  }

  private static String joined(Stream<Neighbor> words) {
    return words.map(Neighbor::word).collect(Collectors.joining(", "));
  }
}
