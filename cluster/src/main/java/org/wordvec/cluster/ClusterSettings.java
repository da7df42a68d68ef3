package org.wordvec.cluster;

import java.util.Optional;

/**
 * Which cluster, and how it trains.
 *
 * @param master the engine's name for the cluster; the engine's own default if absent
 * @param shards parts of the work, each trained by one task; 0 for one for each slot of the cluster
 * @param roundTokens words (for GloVe: entries) that each part trains before what all have learnt
 *     is put together; 0 to let the model family choose
 * @param folder where rounds are kept, in a file system that all machines see; a run that was cut
 *     off there goes on. A temporary one on this machine if absent
 */
public record ClusterSettings(
    Optional<String> master, int shards, long roundTokens, Optional<String> folder) {
  /** Most parts. */
  public static final int MOST_SHARDS = 10_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ClusterSettings {
    if (shards < 0 || shards > MOST_SHARDS) {
      throw new IllegalArgumentException(
          "shards must be 0 (one for each slot) to " + MOST_SHARDS + ", not " + shards);
    }
    if (roundTokens < 0) {
      throw new IllegalArgumentException(
          "words a round must be 0 (to choose) or more, not " + roundTokens);
    }
  }
}
