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
 * A shell at a terminal: prompt, history, completion, colours. The only class that starts JLine,
 * which other commands do without.
 */
final class InteractiveShell {
  private static final String PROMPT = "wordvec> ";

  private InteractiveShell() {}

  static int run(Path model, Terminal terminal) throws IOException {
    try (org.jline.terminal.Terminal screen =
        TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8).build()) {
      Terminal answers =
          new Terminal(
              terminal.in(),
              screen.writer(),
              screen.writer(),
              false,
              false,
              Math.max(screen.getWidth(), Terminal.DEFAULT_COLUMNS / 2));
      try (Interpreter interpreter = new Interpreter(model, answers, isColoured(screen))) {
        LineReader reader = reader(screen, interpreter);
        screen.writer().println(PrintableText.of(model + ": " + interpreter.summary()));
        screen.writer().println(":help for help, Ctrl-D to leave");
        converse(reader, interpreter, screen);
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
            // An exclamation mark is a word, not a reference to a line before.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, false);
    ShellHistory.file().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  private static void converse(
      LineReader reader, Interpreter interpreter, org.jline.terminal.Terminal screen) {
    while (true) {
      try {
        Interpreter.Outcome outcome = interpreter.answer(reader.readLine(PROMPT));
        screen.flush();
        if (outcome == Interpreter.Outcome.LEFT) {
          return;
        }
      } catch (UserInterruptException cleared) {
        // Ctrl-C gives up the line, not the shell.
      } catch (EndOfFileException left) {
        return;
      }
    }
  }

  private static boolean isColoured(org.jline.terminal.Terminal screen) {
    String wish = System.getenv("NO_COLOR");
    return (wish == null || wish.isEmpty()) && !screen.getType().startsWith("dumb");
  }
}
