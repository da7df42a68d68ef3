package org.wordvec.cli;

import java.io.PrintWriter;
import org.wordvec.compute.Progress;

/** One line of a terminal, drawn again and again. */
final class ProgressBar implements ProgressDisplay {
  private static final int WIDEST_BAR = 30;
  private static final int NARROWEST_BAR = 5;
  private static final String ERASE_TO_END = "\u001b[K";

  private final PrintWriter err;
  private final int columns;
  private boolean drawn;

  ProgressBar(PrintWriter err, int columns) {
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
    err.print("\r" + line(text, columns - 1) + ERASE_TO_END);
    err.flush();
    drawn = true;
  }

  /** As many facts as fit, and a bar in what is left. */
  static String line(ProgressText text, int width) {
    StringBuilder line = new StringBuilder(text.percent());
    for (String fact : text.facts()) {
      if (line.length() + 2 + fact.length() <= width) {
        line.append(line.isEmpty() ? "" : "  ").append(fact);
      }
    }
    int room = Math.min(WIDEST_BAR, width - line.length() - 3);
    boolean barred = room >= NARROWEST_BAR && Double.isFinite(text.fraction());
    return barred ? bar(text.fraction(), room) + " " + line : line.toString();
  }

  private static String bar(double fraction, int length) {
    int full = (int) Math.round(fraction * length);
    return "[" + "#".repeat(full) + ".".repeat(length - full) + "]";
  }
}
