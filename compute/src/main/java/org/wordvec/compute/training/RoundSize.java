package org.wordvec.compute.training;

/**
 * Chooses how much each part of a training does before the changes are merged. Some hundreds of
 * rounds lose little beside one machine (docs/design/spark.md), and more would cost more.
 */
public final class RoundSize {
  /** The least words, or entries, of a round: fewer are not worth a merger. */
  public static final long LEAST = 20_000;

  /** The most words, or entries, of a round, where merging does not cost most. */
  public static final long LONGEST = 10_000_000;

  private static final long ROUNDS = 500;

  private RoundSize() {}

  /**
   * Chooses a size.
   *
   * @param all words, or entries, that a part trains in all epochs
   * @param longest size at most, however much there is
   */
  public static long of(long all, long longest) {
    return Math.clamp(all / ROUNDS, LEAST, Math.max(LEAST, longest));
  }

  /** Returns the number of rounds, at least one. */
  public static long rounds(long all, long size) {
    return Math.max(1, Math.ceilDiv(all, size));
  }
}
