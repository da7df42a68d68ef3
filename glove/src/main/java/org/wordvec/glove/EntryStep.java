package org.wordvec.glove;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.wordvec.compute.kernels.WeightedLeastSquares;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.glove.entries.EntrySlice;
import org.wordvec.glove.entries.EpochOrder;

/**
 * Trains slices of entries on the CPU, and measures the cost of every entry.
 *
 * <p>Reference: GloVeReference in the tests.
 *
 * @param upright trains words by contexts
 * @param mirrored trains contexts by words
 */
record EntryStep(
    List<EntrySlice> slices,
    EpochOrder order,
    WeightedLeastSquares upright,
    WeightedLeastSquares mirrored)
    implements TrainingLoop.Step {
  /** For the row and the column of an entry that is not to be trained. */
  private static final int NOWHERE = Integer.MIN_VALUE;

  /** Creates a step that changes the parameters where they are. */
  static EntryStep of(List<EntrySlice> slices, Parameters parameters, GloVeConfig config) {
    WeightedLeastSquares upright =
        WeightedLeastSquares.of(parameters.words(), parameters.contexts(), config.gradientClip());
    return new EntryStep(
        slices,
        new EpochOrder(slices, config.execution().threads(), config.execution().seed()),
        upright,
        upright.transposed());
  }

  @Override
  public void train(TrainingLoop.Slice slice, LossMeter loss) {
    EntrySlice entries = slices.get(order.slice(slice.epoch(), slice.index()));
    switch (entries.orientation()) {
      case UPRIGHT -> train(entries, upright, NOWHERE, slice.rate(), loss);
      case MIRRORED ->
          train(entries, mirrored, entries.firstColumn() - entries.firstRow(), slice.rate(), loss);
    }
  }

  /** Trains all entries but those whose row is by so much larger than the column. */
  private void train(
      EntrySlice slice, WeightedLeastSquares kernel, int excess, float rate, LossMeter loss) {
    MemorySegment entries = slice.entries();
    int firstRow = slice.firstRow();
    int firstColumn = slice.firstColumn();
    long bytes = entries.byteSize();
    int trained = 0;
    double cost = 0;
    for (long at = 0; at < bytes; at += EntrySlice.ENTRY_BYTES) {
      int pair = entries.get(ValueLayout.JAVA_INT, at);
      int row = pair >>> 16;
      int column = pair & 0xFFFF;
      if (row - column != excess) {
        trained++;
        cost +=
            kernel.train(
                firstRow + row,
                firstColumn + column,
                entries.get(ValueLayout.JAVA_FLOAT, at + 4),
                entries.get(ValueLayout.JAVA_FLOAT, at + 8),
                rate);
      }
    }
    loss.add(cost, trained);
  }
}
