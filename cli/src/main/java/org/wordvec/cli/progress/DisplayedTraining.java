package org.wordvec.cli.progress;

import java.nio.file.Path;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.base.Notes;
import org.wordvec.compute.training.Progress;
import org.wordvec.library.training.TrainingListener;
import org.wordvec.library.training.Unit;

/** Shows the progress and the notes of a training. */
public record DisplayedTraining(ProgressDisplay display, Notes notes) implements TrainingListener {
  @Override
  public void reading(long bytes, long totalBytes, long tokens) {
    display.reading(bytes, totalBytes, tokens);
  }

  @Override
  public void counting(long done, long total) {
    display.counting(done, total);
  }

  @Override
  public void training(Progress.Snapshot snapshot, Unit unit) {
    display.training(snapshot, unit.toString());
  }

  @Override
  public void note(String line) {
    display.pause();
    notes.print(line);
  }

  /**
   * Prints a problem even if the user wants quiet, since the result may not be what the user
   * expects.
   */
  @Override
  public void problem(Path file, String line) {
    display.pause();
    notes.err().println("wordvec: " + Failure.oneLine(file + ": " + line));
  }
}
