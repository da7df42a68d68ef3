package org.wordvec.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.wordvec.compute.training.Progress.Snapshot;
import org.wordvec.library.training.TrainingHistory;
import org.wordvec.pictures.LineChart;
import org.wordvec.pictures.LineChart.Point;

/** The course of a training, drawn over time. */
final class TrainingCharts {
  private static final String ACROSS = "seconds of training";
  private static final int INTERVALS = 100;

  private final List<Snapshot> snapshots;
  private final String unit;

  /** With the name of what is trained on, such as words. */
  TrainingCharts(TrainingHistory history, String unit) {
    this.snapshots = history.snapshots();
    this.unit = unit;
  }

  /** Loss, learning rate and speed, as markup. */
  String figures() {
    return loss().figure() + rate().figure() + speed().figure();
  }

  private LineChart loss() {
    return new LineChart("Loss, mean of its epoch so far", ACROSS, byEpoch(Snapshot::loss), false);
  }

  private LineChart rate() {
    List<Point> points =
        snapshots.stream().map(at -> new Point(at.seconds(), at.learningRate())).toList();
    return new LineChart("Learning rate", ACROSS, List.of(points), true);
  }

  /** An epoch's mean begins anew, so a line from one to the next would mean nothing. */
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

  /** Over a hundredth of the run or more at a time, since work is counted in slices. */
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
    return new LineChart(capitalised(unit) + " a second", ACROSS, List.of(points), true);
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
