package org.wordvec.corpora.words;

/**
 * Limits which words of a corpus are in the vocabulary.
 *
 * @param minimumCount minimum count of a word, 1 or more
 * @param maximumSize maximum number of words, the most frequent ones; 0 for no limit
 */
public record VocabularyLimits(long minimumCount, int maximumSize) {
  /** word2vec.c's {@code -min-count}. */
  public static final long DEFAULT_MINIMUM_COUNT = 5;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if the count is less than 1 or the size negative
   */
  public VocabularyLimits {
    if (minimumCount < 1) {
      throw new IllegalArgumentException(
          "the minimum count must be at least 1, not " + minimumCount);
    }
    if (maximumSize < 0) {
      throw new IllegalArgumentException(
          "the maximum vocabulary size must be 0 (no limit) or more, not " + maximumSize);
    }
  }

  /**
   * Returns a message that no word is within the limits.
   *
   * @param words number of distinct words
   * @param greatest largest count
   */
  public String whyNone(long words, long greatest) {
    return "no word occurs at least %s; the most frequent of %s occurs %s"
        .formatted(
            counted(minimumCount, "time"), counted(words, "word"), counted(greatest, "time"));
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
