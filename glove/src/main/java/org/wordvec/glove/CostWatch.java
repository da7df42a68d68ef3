package org.wordvec.glove;

import java.util.List;
import java.util.Locale;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Progress;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.ZeroCost;

/**
 * Passes progress on, and stops a run whose cost grows from epoch to epoch, or is far above that of
 * a model of zeros.
 */
public final class CostWatch implements Progress {
  /** A cost may grow by this factor by chance. */
  private static final double GROWTH = 1.5;

  /** An epoch that costs more than zeros by this factor has diverged. */
  private static final double ABOVE_ZEROS = 2;

  /** The same for a part of an epoch; larger, as the greatest cost comes from a sample. */
  private static final double ABOVE_MOST = 4;

  /** From this part of an epoch on, its mean cost is taken for that of the epoch. */
  private static final double NEARLY_WHOLE = 0.9;

  private final Progress listener;
  private final ZeroCost zeros;
  private int epoch = 1;
  private double cost = Double.NaN;
  private double lowest = Double.POSITIVE_INFINITY;

  /** Trains a run, which has the watch for its progress. */
  @FunctionalInterface
  public interface Trainer {
    /**
     * Trains to the end.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    GloVe.Trained train(GloVe.Run run) throws InterruptedException;
  }

  CostWatch(Progress listener, ZeroCost zeros) {
    this.listener = listener;
    this.zeros = zeros;
  }

  /**
   * Trains a run under a watch.
   *
   * @throws DivergedException if the cost grows or is far too high
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static GloVe.Trained over(GloVe.Run run, Trainer trainer) throws InterruptedException {
    CostWatch watch = new CostWatch(run.progress(), ZeroCost.of(run.entries().tiles().slices()));
    GloVe.Trained trained = trainer.train(run.withProgress(watch));
    watch.checkAll(trained.report().losses());
    return trained;
  }

  /**
   * Returns a mean cost that only a diverged training exceeds, in whatever part of an epoch.
   *
   * @param entries to train on, or a part of them on a cluster
   */
  public static double mostCost(Entries entries) {
    return mostCost(ZeroCost.of(entries.tiles().slices()));
  }

  private static double mostCost(ZeroCost zeros) {
    return ABOVE_MOST * zeros.most();
  }

  @Override
  public void report(Snapshot snapshot) {
    if (snapshot.epoch() > epoch) {
      check(epoch, cost);
      epoch = snapshot.epoch();
    }
    if (snapshot.loss() > mostCost(zeros)) {
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
