package org.wordvec.glove;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which slices each launch of the kernel trains.
 *
 * @param slices all of them
 * @param order of each epoch
 * @param perEpoch launches of an epoch
 * @param epochs how many
 */
record EntryLaunches(List<EntrySlice> slices, EpochOrder order, int perEpoch, int epochs) {
  /**
   * Slices of a launch at most where all entries are on the GPU, of a few thousand entries each.
   */
  static final int SLICES = 32_000;

  /** The same where two launches' entries must fit in memory. */
  static final int STREAMED_SLICES = 2_000;

  /** Launches of so many slices at most. */
  static EntryLaunches of(List<EntrySlice> slices, GloVeConfig config, int slicesOfLaunch) {
    return new EntryLaunches(
        slices,
        new EpochOrder(slices.size(), config.execution().seed()),
        Math.ceilDiv(slices.size(), slicesOfLaunch),
        config.schedule().epochs());
  }

  /** Launches of all epochs. */
  long count() {
    return (long) perEpoch * epochs;
  }

  /** Slices of a launch at most. */
  int most() {
    return Math.ceilDiv(slices.size(), perEpoch);
  }

  /** The slices of a launch, in the order of training. */
  int[] numbers(long launch) {
    int epoch = (int) (launch / perEpoch);
    long part = launch % perEpoch;
    int from = (int) (slices.size() * part / perEpoch);
    int to = (int) (slices.size() * (part + 1) / perEpoch);
    return IntStream.range(from, to).map(place -> order.slice(epoch, place)).toArray();
  }
}
