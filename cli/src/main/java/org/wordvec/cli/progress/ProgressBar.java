package org.wordvec.cli.progress;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;
import org.wordvec.compute.training.Progress;

/** Shows progress as a bar on one line of a terminal. */
final class ProgressBar implements ProgressDisplay {
  private static final int WIDEST_BAR = 30;
  private static final int NARROWEST_BAR = 5;
  private static final int EASY_BAR = 10;
  private static final String ERASE_TO_END = "\u001b[K";

  private final PrintWriter err;
  private final IntSupplier columns;
  private boolean drawn;

  /** Creates a bar; its lines are one column shorter than the current width of the terminal. */
  ProgressBar(PrintWriter err, IntSupplier columns) {
    this.err = err;
    this.columns = columns;
  }

  @Override
  public void reading(long bytes, long totalBytes, long tokens) {
    draw(ProgressText.reading(bytes, totalBytes, tokens));
  }

  @Override
  public void counting(long done, long total) {
    draw(ProgressText.counting(done, total));
  }

  @Override
  public void training(Progress.Snapshot snapshot, String unit) {
    draw(ProgressText.training(snapshot, unit));
  }

  @Override
  public void pause() {
    if (drawn) {
      err.print("\r" + ERASE_TO_END);
      err.flush();
      drawn = false;
    }
  }

  private void draw(ProgressText text) {
    err.print("\r" + line(text, columns.getAsInt() - 1) + ERASE_TO_END);
    err.flush();
    drawn = true;
  }

  /** Returns a bar followed by as many facts as fit, the most important first. */
  static String line(ProgressText text, int width) {
    boolean barred = Double.isFinite(text.fraction());
    int least = barred ? Math.clamp(width / 8, NARROWEST_BAR, EASY_BAR) + 3 : 0;
    List<String> facts = text.facts();
    String line = line(text, facts);
    while (!facts.isEmpty() && line.length() + least > width) {
      facts = facts.subList(0, facts.size() - 1);
      line = line(text, facts);
    }
    int room = Math.min(WIDEST_BAR, width - line.length() - 3);
    return barred && room >= NARROWEST_BAR
        ? bar(text.fraction(), room) + " " + line
        : line.substring(0, Math.clamp(width, 0, line.length()));
  }

  private static String line(ProgressText text, List<String> facts) {
    String all = String.join("  ", facts);
    return text.percent().isEmpty() || all.isEmpty()
        ? text.percent() + all
        : text.percent() + "  " + all;
  }

  private static String bar(double fraction, int length) {
    int full = (int) Math.round(fraction * length);
    return "[" + "#".repeat(full) + ".".repeat(length - full) + "]";
  }
}
