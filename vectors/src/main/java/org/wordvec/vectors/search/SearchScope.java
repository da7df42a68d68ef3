package org.wordvec.vectors.search;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which words may be answers. What a question is made of is not restricted: a rare word can be
 * asked for its frequent neighbours.
 *
 * @param top only the first so many words, which are the most frequent where a trainer made the
 *     vectors; 0 for all
 * @param minCount only words that occurred at least so often; 0 for all
 * @param match only words in which this is found, anywhere unless it is anchored
 * @param excluded words that are no answers; those that the vocabulary lacks are none anyway
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
              "a search among the top %d words with counts from %d makes no sense",
              top,
              minCount));
    }
    excluded = Set.copyOf(excluded);
  }

  /** How often words occurred. */
  @FunctionalInterface
  public interface Counts {
    /** Nothing is known. */
    Counts UNKNOWN = word -> OptionalLong.empty();

    /** Returns the count of a word, or nothing if it is not known. */
    OptionalLong of(String word);
  }

  /** Returns what decides on words one after the other, on one thread. */
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

  /** Returns whether every word before the limit may be an answer. */
  boolean isOpen() {
    return minCount == 0 && match.isEmpty() && excluded.isEmpty();
  }
}
