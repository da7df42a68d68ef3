package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.Usage;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.FailedException;
import org.wordvec.library.training.FinishedTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** {@code wordvec train}: the group of commands for the model families; also resumes trainings. */
@Command(
    name = "train",
    customSynopsis = {
      "wordvec train MODEL [OPTIONS] CORPUS... -o FILE",
      "       wordvec train --resume DIR [OPTIONS]"
    },
    commandListHeading = "%nModels:%n",
    description = "Trains word vectors on text.",
    footer = {
      "  wordvec train word2vec corpus.txt -o vectors.bin",
      "  wordvec train glove corpus.txt -o vectors.glove",
      "  wordvec train fasttext corpus.txt -o model.bin --checkpoint saved/",
      "  wordvec train --resume saved/",
      "  wordvec train --resume saved/ --threads 4 --report run.html -q"
    })
public final class TrainCommand extends BaseCommand {
  @Mixin(name = GroupedOptions.CHECKPOINTS)
  private final ResumeOptions resumption = new ResumeOptions();

  /** Options of a family, which must agree with the checkpoint. */
  @Unmatched private final List<String> others = new ArrayList<>();

  private final Rerun rerun;

  /**
   * Creates the command.
   *
   * @param rerun runs the command saved in a checkpoint
   */
  public TrainCommand(Terminal terminal, Rerun rerun) {
    super(terminal);
    this.rerun = rerun;
  }

  /** Runs a command line in which the last value of a repeated option counts. */
  @FunctionalInterface
  public interface Rerun {
    /** Runs the arguments and returns the exit code. */
    int run(Terminal terminal, List<String> arguments) throws IOException;
  }

  @Override
  protected int run() throws IOException {
    Path folder = resumption.resume;
    if (folder != null) {
      return resume(folder);
    }
    Usage.rejectArguments(spec());
    return Usage.missingCommand(spec());
  }

  private int resume(Path folder) throws IOException {
    Notes notes = new Notes(terminal().err(), resumption.quiet);
    Optional<FinishedTraining> finished = FinishedTraining.in(folder);
    if (finished.isPresent()) {
      finished.get().refuse(others);
      resumption.check();
      finished.get().requireWritten(resumption.output, resumption.report, resumption.analogies);
      notes.print(finished.get().message());
      return ExitCode.OK;
    }
    SavedCommand saved =
        SavedCommand.of(CheckpointSession.newest(folder, reportedLater -> {}).checkpoint().notes());
    if (!saved.namesTraining()) {
      throw new FailedException(folder + ": the checkpoint does not contain its command");
    }
    List<String> changes = new ArrayList<>(SavedCommand.options(spec()));
    changes.addAll(others);
    return rerun.run(terminal(), saved.resuming(folder, changes));
  }
}
