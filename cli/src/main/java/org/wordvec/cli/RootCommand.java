package org.wordvec.cli;

import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.Usage;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code wordvec} without a command: prints the help. */
@Command(
    name = "wordvec",
    synopsisSubcommandLabel = "COMMAND",
    description = "Trains, queries and evaluates word vectors.",
    footer = {
      "  wordvec demo",
      "  wordvec train word2vec corpus.txt -o vectors.bin",
      "  wordvec analogy vectors.bin \"king - man + woman\"",
      "",
      "Exit codes: 0 success, 1 failure, 2 usage error, 130 interrupted,",
      "141 output pipe closed."
    })
final class RootCommand extends BaseCommand {
  RootCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() {
    return Usage.missingCommand(spec());
  }
}
