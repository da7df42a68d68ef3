package org.wordvec.glove;

import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.cuda.DeviceShare;

/**
 * Which slices a GPU trains in each round: all of them where it is alone.
 *
 * @param slices all of them
 * @param order of each epoch
 * @param perEpoch rounds of an epoch
 * @param epochs how many
 * @param share what the GPU trains of each round
 */
record EntryLaunches(
    List<EntrySlice> slices, EpochOrder order, int perEpoch, int epochs, DeviceShare share) {
  /**
   * Slices of a launch at most where all entries are on the GPU, of a few thousand entries each.
   */
  static final int SLICES = 32_000;

  /** The same where two launches' entries must fit in memory. */
  static final int STREAMED_SLICES = 2_000;

  /**
   * Rounds of which a GPU launches so many slices at most.
   *
   * @param entries of an epoch
   * @param modelBytes what several GPUs merge
   */
  static EntryLaunches of(
      List<EntrySlice> slices,
      GloVeConfig config,
      long entries,
      long modelBytes,
      int slicesOfLaunch,
      DeviceShare share) {
    int epochs = config.schedule().epochs();
    return new EntryLaunches(
        slices,
        new EpochOrder(slices.size(), config.execution().seed()),
        share.rounds(entries, epochs, slices.size(), modelBytes, slicesOfLaunch),
        epochs,
        share);
  }

  /** The same rounds, of which another GPU trains its share. */
  EntryLaunches of(DeviceShare newShare) {
    return new EntryLaunches(slices, order, perEpoch, epochs, newShare);
  }

  /** Launches of all epochs. */
  long count() {
    return (long) perEpoch * epochs;
  }

  /** Slices of a launch at most. */
  int most() {
    return Math.ceilDiv(slices.size(), Math.multiplyExact(perEpoch, share.of()));
  }

  /** The slices of a launch, in the order of training. */
  int[] numbers(long launch) {
    int epoch = (int) (launch / perEpoch);
    int round = (int) (launch % perEpoch);
    int from = share.first(slices.size(), round, perEpoch);
    int to = share.end(slices.size(), round, perEpoch);
    return IntStream.range(from, to).map(place -> order.slice(epoch, place)).toArray();
  }
}
