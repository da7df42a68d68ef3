package org.wordvec.corpora.phrases;

import java.util.List;
import java.util.Set;

/**
 * Configures which words are joined into phrases.
 *
 * @param minimumCount words that are rarer are part of no phrase, and pairs that are not more
 *     frequent score 0
 * @param score how pairs are scored
 * @param thresholds score that a phrase must exceed, one for each pass; each pass may double the
 *     length of phrases
 * @param connectors words such as "of" and "the" that may occur inside a phrase, two at most, and
 *     are ignored by its score
 */
public record PhraseConfig(
    long minimumCount, PhraseScore score, List<Double> thresholds, Set<String> connectors) {
  /** word2phrase's {@code -min-count}. */
  public static final long DEFAULT_MINIMUM_COUNT = 5;

  /** word2phrase's {@code -threshold}. */
  public static final double DEFAULT_THRESHOLD = 100;

  /** Default threshold for {@link PhraseScore#NPMI}. */
  public static final double DEFAULT_NPMI_THRESHOLD = 0.5;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no threshold, the count is less than 1, or a
   *     threshold is not a number that a score can exceed
   */
  public PhraseConfig {
    thresholds = List.copyOf(thresholds);
    connectors = Set.copyOf(connectors);
    if (minimumCount < 1) {
      throw new IllegalArgumentException(
          "the minimum count of phrases must be at least 1, not " + minimumCount);
    }
    if (thresholds.isEmpty() || thresholds.size() > 20) {
      throw new IllegalArgumentException("phrases need 1 to 20 passes, not " + thresholds.size());
    }
    for (double threshold : thresholds) {
      boolean sensible =
          score == PhraseScore.NPMI ? threshold >= -1 && threshold < 1 : threshold >= 0;
      if (!sensible || Double.isInfinite(threshold)) {
        throw new IllegalArgumentException(
            "a threshold must be %s, not %s"
                .formatted(
                    score == PhraseScore.NPMI
                        ? "at least -1 and less than 1, which no pair exceeds"
                        : "at least 0",
                    threshold));
      }
    }
  }
}
