package org.wordvec.glove.device;

import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.cuda.DeviceShare;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.entries.EntrySlice;
import org.wordvec.glove.entries.EpochOrder;

/**
 * The slices that a GPU trains in each round: all of them where it is alone.
 *
 * @param slices all of them
 * @param order of each epoch
 * @param perEpoch rounds of an epoch
 * @param epochs number of epochs
 * @param share what the GPU trains of each round
 */
record EntryLaunches(
    List<EntrySlice> slices, EpochOrder order, int perEpoch, int epochs, DeviceShare share) {
  /**
   * Slices of a launch at most where all entries are on the GPU, of a few thousand entries each.
   */
  static final int SLICES = 32_000;

  /** The same where the entries of two launches must fit in memory. */
  static final int STREAMED_SLICES = 2_000;

  /**
   * Creates rounds of which a GPU launches at most {@code slicesOfLaunch} slices.
   *
   * @param entries of an epoch
   * @param modelBytes bytes that several GPUs merge
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
        new EpochOrder(slices, 1, config.execution().seed()),
        share.rounds(entries, epochs, slices.size(), modelBytes, slicesOfLaunch),
        epochs,
        share);
  }

  /** Returns the same rounds with the share of another GPU. */
  EntryLaunches of(DeviceShare newShare) {
    return new EntryLaunches(slices, order, perEpoch, epochs, newShare);
  }

  /** Returns the number of launches of all epochs. */
  long count() {
    return (long) perEpoch * epochs;
  }

  /** Returns the greatest number of slices of a launch. */
  int most() {
    return Math.ceilDiv(slices.size(), Math.multiplyExact(perEpoch, share.of()));
  }

  /** Returns the slices of a launch, in the order of training. */
  int[] numbers(long launch) {
    int epoch = (int) (launch / perEpoch);
    int round = (int) (launch % perEpoch);
    int from = share.first(slices.size(), round, perEpoch);
    int to = share.end(slices.size(), round, perEpoch);
    return IntStream.range(from, to).map(place -> order.slice(epoch, place)).toArray();
  }
}
