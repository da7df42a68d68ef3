package org.wordvec.cli.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.training.Checkpoint;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.library.Quantity;

/** Prints notes about checkpoints, on the thread that wrote them. */
public record CheckpointNotes(Terminal terminal, Notes notes) implements Checkpoints.Listener {
  private static final String OVER_THE_BAR = "\r\u001b[K";

  @Override
  public void saved(Path path, double seconds) {
    if (!notes.quiet()) {
      printNote(
          String.format(Locale.ROOT, "checkpoint %s, training paused for %.2f s", path, seconds));
    }
  }

  @Override
  public void failed(IOException reason) {
    printNote("checkpoint not written, training continues: " + Failure.of(reason).line());
  }

  private void printNote(String line) {
    // Overwrites a progress bar on this line; the next one is drawn below.
    terminal.err().print(terminal.errIsTerminal() ? OVER_THE_BAR : "");
    terminal.err().println("wordvec: " + line);
    terminal.err().flush();
  }

  /** Returns a note about the checkpoint from which a training resumes. */
  public static String resuming(CheckpointFolder.Saved saved) {
    Checkpoint checkpoint = saved.checkpoint();
    return String.format(
        Locale.ROOT,
        "resuming from %s: epoch %d of %d, %.1f %% done in %s, saved at %s",
        saved.path(),
        checkpoint.epoch(),
        checkpoint.epochs(),
        100 * checkpoint.fraction(),
        Quantity.time(checkpoint.seconds()),
        checkpoint.written().truncatedTo(ChronoUnit.SECONDS));
  }
}
