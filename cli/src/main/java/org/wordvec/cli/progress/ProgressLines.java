package org.wordvec.cli.progress;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Progress.Snapshot;

/**
 * Shows progress as lines for logs: at most one every ten seconds, and one at the end of each
 * epoch.
 */
final class ProgressLines implements ProgressDisplay {
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final PrintWriter err;
  private final LongSupplier clock;
  private long lastLine;
  private @Nullable Snapshot latest;
  private String unit = "words";

  /** Creates a display with a clock in nanoseconds. */
  ProgressLines(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.lastLine = clock.getAsLong();
  }

  @Override
  public void reading(long bytes, long totalBytes, long tokens) {
    if (due()) {
      print(ProgressText.reading(bytes, totalBytes, tokens));
    }
  }

  @Override
  public void counting(long done, long total) {
    if (due()) {
      print(ProgressText.counting(done, total));
    }
  }

  @Override
  public void training(Snapshot snapshot, String newUnit) {
    unit = newUnit;
    if (latest != null && latest.epoch() < snapshot.epoch()) {
      print(ProgressText.training(latest, unit));
    } else if (due()) {
      print(ProgressText.training(snapshot, unit));
    }
    latest = snapshot;
  }

  @Override
  public void pause() {
    if (latest != null) {
      print(ProgressText.training(latest, unit));
      latest = null;
    }
  }

  private boolean due() {
    return clock.getAsLong() - lastLine >= INTERVAL_NANOS;
  }

  private void print(ProgressText text) {
    lastLine = clock.getAsLong();
    err.println((text.percent() + "  " + String.join("  ", text.facts())).strip());
  }
}
