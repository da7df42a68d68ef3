package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.DeviceChoice;
import org.wordvec.cli.base.FailedException;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.base.Interruption;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.Usage;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CheckpointNotes;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.Checkpoint;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.corpora.CorpusFingerprint;
import org.wordvec.corpora.EncodedCorpus;
import picocli.CommandLine.Model.CommandSpec;

/** The checkpoints of one command, from the look into their folder to the last note on them. */
final class TrainingCheckpoints implements AutoCloseable {
  private final @Nullable CheckpointFolder folder;
  private final Checkpoints checkpoints;
  private final Terminal terminal;
  private final Notes notes;

  private TrainingCheckpoints(
      @Nullable CheckpointFolder folder, Checkpoints checkpoints, Terminal terminal, Notes notes) {
    this.folder = folder;
    this.checkpoints = checkpoints;
    this.terminal = terminal;
    this.notes = notes;
  }

  /** All the work of a training. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Opens the folder that the options name, before any other work; none for a plan. */
  static TrainingCheckpoints open(
      CheckpointOptions options, CommandSpec command, Terminal terminal, Notes notes)
      throws IOException {
    Path resume = options.resume;
    Path path = options.folder();
    if (path == null || options.plan) {
      return new TrainingCheckpoints(null, Checkpoints.none(), terminal, notes);
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
        return new TrainingCheckpoints(
            folder, Checkpoints.in(folder, every, saved, listener), terminal, notes);
      }
      CheckpointFolder.Saved newest =
          newest(resume, line -> terminal.err().println("wordvec: " + line));
      notes.say(CheckpointNotes.resuming(newest));
      return new TrainingCheckpoints(
          folder, Checkpoints.after(newest, folder, every, saved, listener), terminal, notes);
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
    Usage.refuseGiven(command.parent());
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

  /** For the library. */
  Checkpoints library() {
    return checkpoints;
  }

  /** Whether all of the training is done that is to go on, and only the outputs are missing. */
  boolean isTrained() {
    return checkpoints.resumed().map(Checkpoint::isComplete).orElse(false);
  }

  /** What to train on: where that is left to us, what the checkpoint was trained on. */
  DeviceChoice choice(DeviceChoice asked) {
    boolean onCpu =
        checkpoints
            .resumed()
            .map(Checkpoint::settings)
            .map(settings -> "cpu".equals(settings.get("--device")))
            .orElse(false);
    return onCpu && asked instanceof DeviceChoice.Auto ? new DeviceChoice.Cpu() : asked;
  }

  /** Takes note of all settings, which must be those of the checkpoint. */
  void require(String model, Map<String, Object> configuration) {
    Map<String, String> settings = new TreeMap<>();
    configuration.forEach(
        (name, value) -> settings.put("--" + name.replace('_', '-'), String.valueOf(value)));
    // These two change how fast it goes.
    settings.keySet().removeAll(List.of("--threads", "--memory"));
    settings.put("model", model);
    checkpoints.require(settings);
  }

  /** Takes note of the corpus, which must be that of the checkpoint. */
  void require(EncodedCorpus corpus) {
    if (checkpoints.areKept()) {
      Map<String, String> settings = new TreeMap<>();
      CorpusFingerprint.of(corpus).named().forEach((name, value) -> settings.put(name, value));
      checkpoints.require(settings);
    }
  }

  /** Takes note of the device. */
  void require(Backend backend) {
    checkpoints.require(
        Map.of(
            "--device",
            switch (backend) {
              case Backend.Cpu _ -> "cpu";
              case Backend.Gpu gpu when gpu.devices().size() == 1 -> "cuda";
              case Backend.Gpu gpu -> "cuda on " + gpu.devices().size() + " GPUs";
            }));
  }

  /** Takes note of something else, which must be that of the checkpoint. */
  void require(String name, String value) {
    checkpoints.require(Map.of(name, value));
  }

  /** Does the work, and says how to go on with it where it was interrupted. */
  void guard(Work work) throws IOException, InterruptedException {
    if (folder == null) {
      work.run();
      return;
    }
    Interruption.endsWithCheckpoint(true);
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
      Interruption.endsWithCheckpoint(false);
    }
  }

  /** The outputs are written: nobody needs the checkpoints any more. */
  void finished(Path output) throws IOException {
    if (folder != null) {
      folder.finish(
          FinishedTraining.line(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), output));
      notes.say("removed the checkpoints in " + folder.path());
    }
  }

  @Override
  public void close() throws IOException {
    if (folder != null) {
      folder.close();
    }
  }
}
