package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.base.Interruption;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.Usage;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CheckpointNotes;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.library.FailedException;
import org.wordvec.library.training.DeviceChoice;
import org.wordvec.library.training.TrainingCheckpoints;
import picocli.CommandLine.Model.CommandSpec;

/** Opens the checkpoints of one command, and says how to go on where it is interrupted. */
final class CheckpointSession implements AutoCloseable {
  private final TrainingCheckpoints training;
  private final Terminal terminal;

  private CheckpointSession(TrainingCheckpoints training, Terminal terminal) {
    this.training = training;
    this.terminal = terminal;
  }

  /** All the work of a training. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Opens the folder that the options name, before any other work; none for a plan. */
  static CheckpointSession open(
      CheckpointOptions options, CommandSpec command, Terminal terminal, Notes notes)
      throws IOException {
    Path resume = options.resume;
    Path path = options.folder();
    if (path == null || options.plan) {
      return new CheckpointSession(TrainingCheckpoints.NONE, terminal);
    }
    CheckpointInterval every = options.every == null ? Checkpoints.DEFAULT_INTERVAL : options.every;
    Map<String, String> saved = SavedCommand.of(command).notes();
    CheckpointNotes listener = new CheckpointNotes(terminal, notes);
    if (resume == null) {
      refuseOthers(path);
    } else {
      requireSome(resume);
    }
    CheckpointFolder folder = CheckpointFolder.open(path);
    try {
      // Only now nobody else changes what lies there.
      if (resume == null) {
        refuseOthers(path);
        return new CheckpointSession(
            new TrainingCheckpoints(folder, Checkpoints.in(folder, every, saved, listener)),
            terminal);
      }
      CheckpointFolder.Saved newest =
          newest(resume, line -> terminal.err().println("wordvec: " + line));
      notes.print(CheckpointNotes.resuming(newest));
      return new CheckpointSession(
          new TrainingCheckpoints(
              folder, Checkpoints.after(newest, folder, every, saved, listener)),
          terminal);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static void refuseOthers(Path path) throws IOException {
    if (!CheckpointFolder.generations(path).isEmpty()) {
      throw new IllegalArgumentException(
          "%s holds the checkpoints of a training: go on with 'wordvec train --resume %s', or"
                  .formatted(path, path)
              + " remove them");
    }
  }

  private static void requireSome(Path path) throws IOException {
    if (CheckpointFolder.generations(path).isEmpty()) {
      throw nothingToResume(path);
    }
  }

  private static FailedException nothingToResume(Path path) {
    return new FailedException(path + ": no checkpoint to go on from");
  }

  /** Refuses options that contradict each other or belong to another command. */
  static void check(CheckpointOptions options, CommandSpec command) {
    Usage.rejectArguments(command.parent());
    if (options.every != null && options.folder() == null) {
      throw new IllegalArgumentException("--checkpoint-every needs --checkpoint DIR");
    }
    if (options.resume != null && options.checkpoint != null) {
      throw new IllegalArgumentException(
          "leave --checkpoint out: --resume goes on in the folder that it names");
    }
  }

  /**
   * Returns the newest checkpoint that is whole.
   *
   * @param warning receives a line for each newer one that is damaged, whose work is lost
   * @throws FailedException if there is none; says why
   */
  static CheckpointFolder.Saved newest(Path path, Consumer<String> warning) throws IOException {
    List<String> damaged = new ArrayList<>();
    CheckpointFolder.Saved newest =
        CheckpointFolder.newest(path, failure -> damaged.add(Failure.of(failure).line()))
            .orElseThrow(
                () ->
                    damaged.isEmpty()
                        ? nothingToResume(path)
                        : new FailedException(
                            "%s: no checkpoint is whole (%s); to train from the start, remove them"
                                .formatted(path, String.join("; ", damaged))));
    damaged.forEach(
        line -> warning.accept("warning: going on from the checkpoint before: " + line));
    return newest;
  }

  /** Returns them as the pipeline takes them. */
  TrainingCheckpoints forTraining() {
    return training;
  }

  /** What to train on: where that is left to us, what the checkpoint was trained on. */
  DeviceChoice choice(DeviceChoice asked) {
    return training.wasOnCpu() && asked instanceof DeviceChoice.Auto
        ? new DeviceChoice.Cpu()
        : asked;
  }

  /** Does the work, and says how to go on with it where it was interrupted. */
  void guard(Work work) throws IOException, InterruptedException {
    CheckpointFolder folder = training.folder();
    if (folder == null) {
      work.run();
      return;
    }
    Checkpoints checkpoints = training.library();
    Interruption.setWritesCheckpoint(true);
    try {
      work.run();
    } catch (InterruptedException e) {
      if (checkpoints.last().isPresent()) {
        terminal.err().println("wordvec: go on with: wordvec train --resume " + folder.path());
      }
      throw e;
    } catch (DivergedException e) {
      throw checkpoints
          .last()
          .map(
              path ->
                  new DivergedException(e.getMessage() + "; the last good checkpoint is " + path))
          .orElse(e);
    } finally {
      Interruption.setWritesCheckpoint(false);
    }
  }

  @Override
  public void close() throws IOException {
    CheckpointFolder folder = training.folder();
    if (folder != null) {
      folder.close();
    }
  }
}
