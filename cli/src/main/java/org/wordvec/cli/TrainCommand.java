package org.wordvec.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The group of the model families. */
@Command(
    name = "train",
    customSynopsis = {
      "wordvec train MODEL [OPTIONS] CORPUS... -o FILE",
      "       wordvec train --resume DIR"
    },
    commandListHeading = "%nModels:%n",
    description = "Trains word vectors on text.",
    footer = {
      "  wordvec train word2vec corpus.txt -o vectors.bin",
      "  wordvec train glove corpus.txt -o vectors.glove",
      "  wordvec train fasttext corpus.txt -o model.bin --checkpoint saved/",
      "  wordvec train --resume saved/"
    })
final class TrainCommand extends BaseCommand {
  @Mixin(name = GroupedOptions.CHECKPOINTS)
  private final ResumeOption resumption = new ResumeOption();

  TrainCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run() throws IOException {
    Path folder = resumption.resume;
    return folder == null ? Usage.missingCommand(spec()) : resume(folder);
  }

  private int resume(Path folder) throws IOException {
    SavedCommand saved =
        SavedCommand.of(
            TrainingCheckpoints.newest(folder, new Notes(terminal().err(), true))
                .checkpoint()
                .notes());
    if (saved.arguments().isEmpty()) {
      throw new FailedException(folder + ": the checkpoint does not know its command");
    }
    return Invocation.run(terminal(), saved.resuming(folder));
  }
}
