package org.wordvec.cli.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.compute.training.Progress;
import org.wordvec.library.Quantity;

/**
 * Texts about work in progress.
 *
 * @param fraction of the work that is done, 0 to 1; NaN if unknown
 * @param facts short phrases, the most important first
 */
record ProgressText(double fraction, List<String> facts) {
  static ProgressText reading(long bytes, long totalBytes, long tokens) {
    double fraction = totalBytes > 0 ? Math.min(1, (double) bytes / totalBytes) : Double.NaN;
    return new ProgressText(
        fraction,
        List.of(
            "reading",
            Quantity.of((double) bytes) + "B",
            Quantity.of((double) tokens) + " tokens"));
  }

  static ProgressText counting(long done, long total) {
    return new ProgressText((double) done / Math.max(1, total), List.of("counting"));
  }

  static ProgressText training(Progress.Snapshot at, String unit) {
    double fraction = at.total() > 0 ? Math.min(1, (double) at.done() / at.total()) : 0;
    List<String> facts = new ArrayList<>();
    facts.add("epoch " + at.epoch() + "/" + at.epochs());
    if (fraction > 0) {
      facts.add(Quantity.time(at.seconds() * (1 - fraction) / fraction) + " left");
      facts.add(Quantity.of(at.done() / Math.max(1e-3, at.seconds())) + " " + unit + "/s");
    }
    if (Double.isFinite(at.loss())) {
      facts.add(String.format(Locale.ROOT, "loss %.4f", at.loss()));
    }
    facts.add(String.format(Locale.ROOT, "rate %.5f", at.learningRate()));
    return new ProgressText(fraction, facts);
  }

  String percent() {
    return Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, "%5.1f %%", 100 * fraction);
  }
}
