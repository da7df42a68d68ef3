package org.wordvec.cli.shell;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.VectorModule;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec shell}: runs queries on a model that stays open. */
@Command(
    name = "shell",
    customSynopsis = "wordvec shell [OPTIONS] MODEL",
    description = {
      "Runs queries on a model interactively.",
      "Enter a word, an expression such as king - man + woman, or one of the commands neighbors,"
          + " analogy, similarity, rank, odd-one-out, subwords and info with its options but"
          + " without MODEL. :help shows more, the tab key completes words, Ctrl-D quits.",
      "If standard input is not a terminal, no prompts are shown, and the exit code is 1 if a query"
          + " failed."
    },
    footer = {"  wordvec shell vectors.bin", "  wordvec shell vectors.bin < questions.txt"})
public final class ShellCommand extends BaseCommand {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "Vector file, in any format that 'wordvec info' supports; the format is detected from"
              + " the content.")
  private Path model = Path.of("");

  public ShellCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected int run() throws IOException {
    VectorModule.warnIfMissing(terminal());
    if (isInteractive()) {
      return InteractiveShell.run(model, terminal());
    }
    boolean allSucceeded = true;
    try (Interpreter interpreter = new Interpreter(model, terminal(), false)) {
      NumberedLines lines = TextFile.of(terminal().in(), "standard input").lines();
      while (lines.next()) {
        Interpreter.Outcome outcome = interpreter.execute(lines.text());
        allSucceeded &= outcome != Interpreter.Outcome.FAILED;
        if (outcome == Interpreter.Outcome.QUIT || terminal().out().checkError()) {
          break;
        }
      }
    }
    return allSucceeded ? ExitCode.OK : ExitCode.FAILURE;
  }

  @SuppressWarnings("SystemConsoleNull") // It is checked for null.
  private boolean isInteractive() {
    Console console = System.console();
    return terminal().outIsTerminal() && console != null && console.isTerminal();
  }
}
