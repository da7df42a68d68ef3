package org.wordvec.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.wordvec.compute.training.Progress.Snapshot;
import org.wordvec.library.training.TrainingHistory;
import org.wordvec.pictures.LineChart;
import org.wordvec.pictures.LineChart.Point;

/** Draws charts of a training over time. */
final class TrainingCharts {
  private static final String ACROSS = "seconds of training";
  private static final int INTERVALS = 100;

  private final List<Snapshot> snapshots;
  private final String unit;

  /**
   * Creates charts.
   *
   * @param unit name of what is trained on, such as words
   */
  TrainingCharts(TrainingHistory history, String unit) {
    this.snapshots = history.snapshots();
    this.unit = unit;
  }

  /** Returns charts of loss, learning rate and speed, as markup. */
  String figures() {
    return loss().figure() + rate().figure() + speed().figure();
  }

  private LineChart loss() {
    return new LineChart("Loss, mean of the epoch so far", ACROSS, byEpoch(Snapshot::loss), false);
  }

  private LineChart rate() {
    List<Point> points =
        snapshots.stream().map(at -> new Point(at.seconds(), at.learningRate())).toList();
    return new LineChart("Learning rate", ACROSS, List.of(points), true);
  }

  /** Returns one line per epoch, since the mean restarts with each epoch. */
  private List<List<Point>> byEpoch(ToDoubleFunction<Snapshot> value) {
    List<List<Point>> lines = new ArrayList<>();
    int epoch = 0;
    for (Snapshot snapshot : snapshots) {
      if (snapshot.epoch() != epoch) {
        epoch = snapshot.epoch();
        lines.add(new ArrayList<>());
      }
      double y = value.applyAsDouble(snapshot);
      if (Double.isFinite(y)) {
        lines.getLast().add(new Point(snapshot.seconds(), y));
      }
    }
    return lines;
  }

  /**
   * Returns the speed, averaged over at least a hundredth of the run, since work is counted in
   * slices.
   */
  private LineChart speed() {
    List<Point> points = new ArrayList<>();
    double whole = snapshots.isEmpty() ? 0 : snapshots.getLast().seconds();
    double seconds = 0;
    long done = 0;
    for (Snapshot snapshot : snapshots) {
      double passed = snapshot.seconds() - seconds;
      boolean last = snapshot.equals(snapshots.getLast()) && points.isEmpty();
      if (passed > 0 && snapshot.done() > done && (passed >= whole / INTERVALS || last)) {
        points.add(new Point(seconds + passed / 2, (snapshot.done() - done) / passed));
        seconds = snapshot.seconds();
        done = snapshot.done();
      }
    }
    return new LineChart(capitalised(unit) + " per second", ACROSS, List.of(points), true);
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
