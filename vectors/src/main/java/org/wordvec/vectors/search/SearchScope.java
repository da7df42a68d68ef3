package org.wordvec.vectors.search;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Restricts which words may be answers. Queries are not restricted: a rare word can be asked for
 * its frequent neighbours.
 *
 * @param top number of words from the beginning of the vocabulary, which are the most frequent in
 *     trained models; 0 for all
 * @param minCount minimum count of a word; 0 for all
 * @param match regular expression that must match a part of the word
 * @param excluded words that are not answers; may contain words that are not in the vocabulary
 */
public record SearchScope(int top, long minCount, Optional<Pattern> match, Set<String> excluded) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public SearchScope {
    if (top < 0 || minCount < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "top and the minimum count must be 0 or more, not %d and %d",
              top,
              minCount));
    }
    excluded = Set.copyOf(excluded);
  }

  /** Looks up the counts of words. */
  @FunctionalInterface
  public interface Counts {
    /** Knows no counts. */
    Counts UNKNOWN = word -> OptionalLong.empty();

    /** Returns the count of a word, or nothing if it is unknown. */
    OptionalLong of(String word);
  }

  /**
   * Returns a predicate that accepts the words of this scope. Not safe for use by several threads.
   */
  Predicate<String> admission(Counts counts) {
    Optional<WordFilter> filter = match.map(WordFilter::new);
    return word ->
        !excluded.contains(word)
            && (minCount == 0 || counts.of(word).orElse(0) >= minCount)
            && (filter.isEmpty() || filter.get().finds(word));
  }

  /** Returns whether all words may be answers. */
  public boolean isAll() {
    return top == 0 && isOpen();
  }

  /** Returns whether every word among the first {@link #top} may be an answer. */
  boolean isOpen() {
    return minCount == 0 && match.isEmpty() && excluded.isEmpty();
  }
}
