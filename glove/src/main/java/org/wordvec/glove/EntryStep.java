package org.wordvec.glove;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.LossMeter;
import org.wordvec.compute.TrainingLoop;
import org.wordvec.compute.WeightedLeastSquares;

/**
 * Trains slices of entries on the CPU. Belongs to one thread; the parameters are shared.
 *
 * <p>In each epoch a slice is walked from another entry on and with another stride, both drawn by
 * chance, over entries that lie in random order.
 */
final class EntryStep implements TrainingLoop.Step {
  private final Model model;

  EntryStep(Model model) {
    this.model = model;
  }

  /** What all threads share. */
  record Model(
      List<EntrySlice> slices,
      EpochOrder order,
      Parameters parameters,
      WeightedLeastSquares kernel,
      long seed) {}

  @Override
  public void train(TrainingLoop.Slice slice, LossMeter loss) {
    int index = model.order().slice(slice.epoch(), slice.index());
    EntrySlice entries = model.slices().get(index);
    long bits = CounterRandom.draw(CounterRandom.key(model.seed(), slice.epoch()), index, 0);
    int size = entries.size();
    int stride = coprime(1 + CounterRandom.below(bits, size), size);
    int start = CounterRandom.below(bits << 32, size);
    loss.add(walk(entries, start, stride, slice.rate()), size);
  }

  private double walk(EntrySlice slice, int start, int stride, float rate) {
    MemorySegment entries = slice.entries();
    WeightedLeastSquares kernel = model.kernel();
    long words = model.parameters().words().address(slice.firstWord());
    long contexts = model.parameters().contexts().address(slice.firstContext());
    long rowBytes = model.parameters().words().rowBytes();
    double cost = 0;
    int size = slice.size();
    int entry = start;
    for (int i = 0; i < size; i++) {
      long at = (long) entry * EntrySlice.ENTRY_BYTES;
      int pair = entries.get(ValueLayout.JAVA_INT_UNALIGNED, at);
      cost +=
          kernel.train(
              words + (pair >>> 16) * rowBytes,
              contexts + (pair & 0xFFFF) * rowBytes,
              entries.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4),
              entries.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 8),
              rate);
      entry += stride;
      entry -= entry >= size ? size : 0;
    }
    return cost;
  }

  /** The first number from a start on that shares no divisor with a size; walks all of it. */
  private static int coprime(int start, int size) {
    int stride = start;
    while (commonDivisor(stride, size) != 1) {
      stride++;
    }
    return stride % size == 0 ? 1 : stride % size;
  }

  private static int commonDivisor(int a, int b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }
}
