package org.wordvec.cluster;

import java.util.Optional;

/**
 * Says which cluster to use and how it trains.
 *
 * @param master the engine's name for the cluster; the engine's own default if absent
 * @param shards parts of the work, each trained by one task; 0 for one for each slot of the cluster
 * @param roundTokens words (for GloVe: entries) that each part trains before the changes of all
 *     parts are merged; 0 to choose
 * @param folder for stored rounds, in a file system that all machines see; a run that was
 *     interrupted resumes from there. If absent, a temporary one on this machine
 */
public record ClusterSettings(
    Optional<String> master, int shards, long roundTokens, Optional<String> folder) {
  /** The largest number of parts. */
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
