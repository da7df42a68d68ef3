package org.wordvec.cli.progress;

import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.training.Progress;

/** Shows the progress of long work. Not thread-safe. */
public sealed interface ProgressDisplay extends AutoCloseable
    permits ProgressBar, ProgressLines, ProgressDisplay.Silent {
  /** Returns a display: a bar on a terminal, lines elsewhere, nothing if the user wants quiet. */
  static ProgressDisplay of(Terminal terminal, boolean quiet) {
    if (quiet) {
      return new Silent();
    }
    return terminal.errIsTerminal()
        ? new ProgressBar(terminal.err(), WindowWidth.of(terminal))
        : new ProgressLines(terminal.err(), System::nanoTime);
  }

  /** Shows how much text was read; {@code totalBytes} is -1 if unknown. */
  void reading(long bytes, long totalBytes, long tokens);

  /** Shows how many co-occurrences were counted. */
  void counting(long done, long total);

  /** Shows the progress of a training in words. */
  default void training(Progress.Snapshot snapshot) {
    training(snapshot, "words");
  }

  /** Shows the progress of a training in units of this name. */
  void training(Progress.Snapshot snapshot, String unit);

  /** Clears the display so that other lines can be printed; it continues below them. */
  void pause();

  @Override
  default void close() {
    pause();
  }

  /** Shows nothing. */
  record Silent() implements ProgressDisplay {
    @Override
    public void reading(long bytes, long totalBytes, long tokens) {}

    @Override
    public void counting(long done, long total) {}

    @Override
    public void training(Progress.Snapshot snapshot, String unit) {}

    @Override
    public void pause() {}
  }
}
