package org.wordvec.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.TerminalBuilder;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.PrintableText;

/**
 * Runs a shell at a terminal, with prompt, history, completion and colours. This is the only class
 * that uses JLine, so that other commands need not load it.
 */
final class InteractiveShell {
  private static final String PROMPT = "wordvec> ";

  private InteractiveShell() {}

  /** Runs the shell until the user quits; returns the exit code. */
  static int run(Path model, Terminal terminal) throws IOException {
    try (org.jline.terminal.Terminal screen =
        TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8).build()) {
      Terminal wrapped =
          new Terminal(
              terminal.in(),
              screen.writer(),
              screen.writer(),
              false,
              false,
              Math.max(screen.getWidth(), Terminal.DEFAULT_COLUMNS / 2));
      try (Interpreter interpreter = new Interpreter(model, wrapped, isColoured(screen))) {
        LineReader reader = reader(screen, interpreter);
        screen.writer().println(PrintableText.of(model + ": " + interpreter.summary()));
        screen.writer().println(":help for help, Ctrl-D to quit");
        readLines(reader, interpreter, screen);
      }
    }
    return ExitCode.OK;
  }

  private static LineReader reader(org.jline.terminal.Terminal screen, Interpreter interpreter) {
    DefaultParser parser = new DefaultParser();
    parser.setEofOnUnclosedQuote(false);
    parser.setEofOnEscapedNewLine(false);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(screen)
            .parser(parser)
            .completer(new WordCompleter(interpreter))
            // An exclamation mark is a word, not a reference to the history.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, false);
    ShellHistory.file().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  private static void readLines(
      LineReader reader, Interpreter interpreter, org.jline.terminal.Terminal screen) {
    while (true) {
      try {
        Interpreter.Outcome outcome = interpreter.execute(reader.readLine(PROMPT));
        screen.flush();
        if (outcome == Interpreter.Outcome.QUIT) {
          return;
        }
      } catch (UserInterruptException cleared) {
        // Ctrl-C discards the line and does not end the shell.
      } catch (EndOfFileException quit) {
        return;
      }
    }
  }

  private static boolean isColoured(org.jline.terminal.Terminal screen) {
    String noColor = System.getenv("NO_COLOR");
    return (noColor == null || noColor.isEmpty()) && !screen.getType().startsWith("dumb");
  }
}
