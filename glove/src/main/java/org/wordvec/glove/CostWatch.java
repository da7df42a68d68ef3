package org.wordvec.glove;

import java.util.List;
import java.util.Locale;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Progress;

/**
 * Passes progress on, and stops a run whose cost grows from epoch to epoch, or is far above that of
 * a model which has learnt nothing.
 */
final class CostWatch implements Progress {
  /** Noise stays below this. */
  private static final double GROWTH = 1.5;

  /** An epoch that costs so much more than zeros has learnt worse than nothing. */
  private static final double ABOVE_ZEROS = 2;

  /** The same for a part of an epoch, as the largest cost of an entry comes from a sample. */
  static final double ABOVE_MOST = 4;

  /** So much of an epoch stands for all of it. */
  private static final double NEARLY_WHOLE = 0.9;

  private final Progress listener;
  private final ZeroCost zeros;
  private int epoch = 1;
  private double cost = Double.NaN;
  private double lowest = Double.POSITIVE_INFINITY;

  CostWatch(Progress listener, ZeroCost zeros) {
    this.listener = listener;
    this.zeros = zeros;
  }

  @Override
  public void report(Snapshot snapshot) {
    if (snapshot.epoch() > epoch) {
      check(epoch, cost);
      epoch = snapshot.epoch();
    }
    if (snapshot.loss() > ABOVE_MOST * zeros.most()) {
      throw aboveZeros(epoch, snapshot.loss());
    }
    cost = isNearlyWhole(snapshot) ? snapshot.loss() : Double.NaN;
    listener.report(snapshot);
  }

  /** The mean of an epoch's first tiles may be far from that of all. */
  private static boolean isNearlyWhole(Snapshot snapshot) {
    double epochs = (double) snapshot.done() / snapshot.total() * snapshot.epochs();
    return epochs - (snapshot.epoch() - 1) >= NEARLY_WHOLE;
  }

  /** Compares the mean costs of all epochs. */
  void checkAll(List<Double> costs) {
    lowest = Double.POSITIVE_INFINITY;
    for (int finished = 1; finished <= costs.size(); finished++) {
      check(finished, costs.get(finished - 1));
    }
  }

  /** Compares an epoch's mean cost with the lowest before; NaN where none was measured. */
  void check(int finished, double mean) {
    if (mean > GROWTH * lowest) {
      throw new DivergedException(
          String.format(
              Locale.ROOT,
              "training diverged in epoch %d: the cost grew from %.4g to %.4g; lower the learning"
                  + " rate",
              finished,
              lowest,
              mean));
    }
    if (mean > ABOVE_ZEROS * zeros.mean()) {
      throw aboveZeros(finished, mean);
    }
    lowest = mean < lowest ? mean : lowest;
  }

  private DivergedException aboveZeros(int epoch, double mean) {
    return new DivergedException(
        String.format(
            Locale.ROOT,
            "training diverged in epoch %d: the cost is %.4g, and a model that has learnt nothing"
                + " costs %.4g; lower the learning rate",
            epoch,
            mean,
            zeros.mean()));
  }
}
