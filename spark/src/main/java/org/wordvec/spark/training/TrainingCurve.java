package org.wordvec.spark.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.spark.storage.RoundState;

/** Collects the losses of a training in rounds by epoch, and reports its progress. */
public final class TrainingCurve {
  private final Schedule schedule;
  private final int rounds;
  private final long total;
  private final Progress progress;
  private final double secondsBefore;
  private final long start = System.nanoTime();
  private final double[] losses;
  private final long[] predictions;

  /**
   * Continues a curve.
   *
   * @param before the state in which the training begins or resumes
   * @param rounds number of rounds of the training
   * @param total words or entries of all parts
   */
  TrainingCurve(RoundState before, Schedule schedule, int rounds, long total, Progress progress) {
    this.schedule = schedule;
    this.rounds = rounds;
    this.total = total;
    this.progress = progress;
    this.secondsBefore = before.seconds();
    this.losses = new double[schedule.epochs()];
    this.predictions = new long[schedule.epochs()];
    for (int epoch = 0; epoch < Math.min(losses.length, before.losses().size()); epoch++) {
      losses[epoch] = before.losses().get(epoch);
      predictions[epoch] = before.predictions().get(epoch);
    }
  }

  /** Adds the losses of a round and reports progress. */
  void add(int round, List<RoundTask.Report> reports) {
    int epoch = Math.min(losses.length - 1, (int) ((round + 0.5) / rounds * losses.length));
    for (RoundTask.Report report : reports) {
      losses[epoch] += report.loss();
      predictions[epoch] += report.predictions();
    }
    double fraction = (round + 1.0) / rounds;
    progress.report(
        new Progress.Snapshot(
            epoch + 1,
            losses.length,
            Math.round(fraction * total * losses.length),
            total * losses.length,
            seconds(),
            schedule.rateAt(fraction),
            losses[epoch] / predictions[epoch]));
  }

  /**
   * Checks at the end that something was trained: no machine sees all of the text beforehand.
   *
   * @throws NothingToTrainException if no prediction was trained
   */
  void requirePredictions() {
    if (Arrays.stream(predictions).sum() == 0) {
      throw new NothingToTrainException(
          "there was no pair of words to train: no line has two words of the vocabulary that"
              + " subsampling keeps");
    }
  }

  /** Returns the state after this number of rounds. */
  RoundState state(int round) {
    List<Double> sums = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int epoch = 0; epoch < losses.length; epoch++) {
      sums.add(losses[epoch]);
      counts.add(predictions[epoch]);
    }
    return new RoundState(round, seconds(), sums, counts);
  }

  /** Returns the report of the training so far. */
  TrainingReport report() {
    List<Double> means = new ArrayList<>();
    for (int epoch = 0; epoch < losses.length; epoch++) {
      means.add(losses[epoch] / predictions[epoch]);
    }
    return new TrainingReport(seconds(), total, means);
  }

  private double seconds() {
    return secondsBefore + 1e-9 * (System.nanoTime() - start);
  }
}
