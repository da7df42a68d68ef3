package org.wordvec.cli;

import picocli.CommandLine.Command;

/** The group of the model families. */
@Command(
    name = "train",
    synopsisSubcommandLabel = "MODEL",
    commandListHeading = "%nModels:%n",
    description = "Trains word vectors on text.",
    footer = {
      "  wordvec train word2vec corpus.txt -o vectors.bin",
      "  wordvec train glove corpus.txt -o vectors.glove",
      "  wordvec train fasttext corpus.txt -o model.bin"
    })
final class TrainCommand extends BaseCommand {
  TrainCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run() {
    return Usage.missingCommand(spec());
  }
}
