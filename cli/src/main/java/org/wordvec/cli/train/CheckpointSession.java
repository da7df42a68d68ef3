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

/** Opens the checkpoints of a command, and tells the user how to resume after an interruption. */
final class CheckpointSession implements AutoCloseable {
  private final TrainingCheckpoints training;
  private final Terminal terminal;

  private CheckpointSession(TrainingCheckpoints training, Terminal terminal) {
    this.training = training;
    this.terminal = terminal;
  }

  /** The work of a training. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Opens the folder that the options name, before any other work. A plan has no checkpoints. */
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
      // Checks again now that the folder is locked.
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
          "%s contains the checkpoints of a training: resume it with 'wordvec train --resume %s', or"
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
    return new FailedException(path + ": no checkpoint to resume from");
  }

  /** Throws if options contradict each other or belong to another command. */
  static void check(CheckpointOptions options, CommandSpec command) {
    Usage.rejectArguments(command.parent());
    if (options.every != null && options.folder() == null) {
      throw new IllegalArgumentException("--checkpoint-every needs --checkpoint DIR");
    }
    if (options.resume != null && options.checkpoint != null) {
      throw new IllegalArgumentException(
          "--checkpoint cannot be used with --resume, which saves checkpoints to its own folder");
    }
  }

  /**
   * Returns the newest intact checkpoint.
   *
   * @param warning receives a line for each newer checkpoint that is damaged
   * @throws FailedException if there is none; the message has the reasons
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
                            "%s: no checkpoint is intact (%s); remove them to train from the beginning"
                                .formatted(path, String.join("; ", damaged))));
    damaged.forEach(line -> warning.accept("warning: resuming from an older checkpoint: " + line));
    return newest;
  }

  /** Returns the checkpoints for the training pipeline. */
  TrainingCheckpoints forTraining() {
    return training;
  }

  /** Returns the device to train on: a requested one, or else that of the checkpoint. */
  DeviceChoice choice(DeviceChoice requested) {
    return training.wasOnCpu() && requested instanceof DeviceChoice.Auto
        ? new DeviceChoice.Cpu()
        : requested;
  }

  /** Runs a training, and tells the user how to resume it if it is interrupted. */
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
        terminal.err().println("wordvec: resume with: wordvec train --resume " + folder.path());
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
