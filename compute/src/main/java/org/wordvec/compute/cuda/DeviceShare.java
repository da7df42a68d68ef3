package org.wordvec.compute.cuda;

import org.wordvec.compute.training.RoundSize;

/**
 * The part of every round that a GPU trains. Its slices are neighbours, and those of the next GPU
 * follow, so that all of them go through the text together.
 *
 * @param number of the GPU among those that train, from 0
 * @param of how many
 */
public record DeviceShare(int number, int of) {
  /** The whole, where one GPU trains. */
  public static final DeviceShare WHOLE = new DeviceShare(0, 1);

  /**
   * Bytes of a model that are merged in the time in which a GPU trains a word: a guess from 200 M
   * words a second and mergers of 6 GB a second between two GPUs.
   */
  private static final long BYTES_PER_WORD = 32;

  /** Returns the first slice of a round, of all in an epoch. */
  public int first(int slices, int round, int rounds) {
    return bound(slices, (long) round * of + number, (long) rounds * of);
  }

  /** Returns the slice after the last of a round. */
  public int end(int slices, int round, int rounds) {
    return bound(slices, (long) round * of + number + 1, (long) rounds * of);
  }

  private static int bound(int slices, long part, long parts) {
    return (int) (slices * part / parts);
  }

  /**
   * Chooses how many rounds an epoch has: some hundreds in all, and more where each would train
   * more words than are worth waiting for.
   *
   * @param size words, or entries, of an epoch
   * @param slices of an epoch, at least as many as GPUs
   * @param modelBytes what is merged
   * @param most slices that a GPU may take in a round
   */
  public int rounds(long size, int epochs, int slices, long modelBytes, int most) {
    int least = Math.ceilDiv(slices, Math.multiplyExact(most, of));
    if (of == 1) {
      return least;
    }
    long all = Math.ceilDiv(size, of) * epochs;
    long longest = Math.max(RoundSize.LONGEST, modelBytes / BYTES_PER_WORD);
    long wanted = RoundSize.rounds(all, RoundSize.of(all, longest));
    return (int) Math.min(Math.max(Math.ceilDiv(wanted, epochs), least), slices / of);
  }
}
