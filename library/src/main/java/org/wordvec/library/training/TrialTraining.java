package org.wordvec.library.training;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Progress;

/** Trains for a few seconds to estimate the time of the whole training. */
public final class TrialTraining implements Progress {
  private static final double SECONDS = 4;
  private static final double LONGEST_SECONDS = 60;
  private static final double WARM = 1.5;

  private @Nullable Snapshot warm;
  private @Nullable Snapshot latest;

  private TrialTraining() {}

  /** A training that reports its progress. */
  @FunctionalInterface
  interface Training {
    void run(Progress progress) throws IOException, InterruptedException;
  }

  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Result of a trial.
   *
   * @param seconds estimated for the whole training
   * @param unitsPerSecond words or entries per second
   * @param trialSeconds duration of the trial
   */
  public record Estimate(double seconds, double unitsPerSecond, double trialSeconds) {}

  static Estimate of(Training training) throws IOException, InterruptedException {
    TrialTraining trial = new TrialTraining();
    try {
      training.run(trial);
    } catch (Over over) {
      // The trial has ended as intended.
      return trial.estimate();
    }
    return trial.estimate();
  }

  @Override
  public void report(Snapshot snapshot) {
    latest = snapshot;
    if (warm == null && snapshot.seconds() >= WARM && snapshot.done() > 0) {
      warm = snapshot;
    }
    // On a busy machine, or with large slices, the first measurement may take longer.
    boolean measured = warm != null && snapshot.done() > warm.done();
    if (snapshot.seconds() >= (measured ? SECONDS : LONGEST_SECONDS)
        && snapshot.done() < snapshot.total()) {
      throw new Over();
    }
  }

  private Estimate estimate() {
    Snapshot last = latest;
    Snapshot first = warm;
    if (last == null) {
      return new Estimate(Double.NaN, Double.NaN, 0);
    }
    boolean whole = last.done() == last.total();
    double speed =
        !whole && first != null && last.done() > first.done()
            ? (last.done() - first.done()) / (last.seconds() - first.seconds())
            : last.done() / last.seconds();
    return new Estimate(whole ? last.seconds() : last.total() / speed, speed, last.seconds());
  }
}
