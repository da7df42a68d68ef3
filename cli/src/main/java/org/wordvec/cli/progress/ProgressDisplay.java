package org.wordvec.cli.progress;

import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.training.Progress;

/** How long work is shown while it goes on. Not safe for use by several threads. */
public sealed interface ProgressDisplay extends AutoCloseable
    permits ProgressBar, ProgressLines, ProgressDisplay.Silent {
  /** A bar on a terminal, lines elsewhere, nothing if the user wants quiet. */
  static ProgressDisplay of(Terminal terminal, boolean quiet) {
    if (quiet) {
      return new Silent();
    }
    return terminal.notesShown()
        ? new ProgressBar(terminal.err(), WindowWidth.of(terminal))
        : new ProgressLines(terminal.err(), System::nanoTime);
  }

  /** Text is being read; {@code totalBytes} is -1 where unknown. */
  void reading(long bytes, long totalBytes, long tokens);

  /** Co-occurrences are being counted. */
  void counting(long done, long total);

  /** A model is being trained on words. */
  default void training(Progress.Snapshot snapshot) {
    training(snapshot, "words");
  }

  /** A model is being trained on units of some name. */
  void training(Progress.Snapshot snapshot, String unit);

  /** Shows the training and takes note of it. */
  default Progress recording(TrainingHistory history, String unit) {
    return snapshot -> {
      history.add(snapshot);
      training(snapshot, unit);
    };
  }

  /** Makes room for other lines; the display may go on below them. */
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
