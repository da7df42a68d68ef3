package org.wordvec.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wordvec.cli.terminal.Terminal;

/**
 * Result of a command that ran in this process.
 *
 * @param code its exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int code, String out, String err) {
  public static CommandRun of(String... arguments) {
    return withInput("", arguments);
  }

  public static CommandRun withInput(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(terminal(input, out, err), List.of(arguments));
    return new CommandRun(code, out.toString(), err.toString());
  }

  public static Terminal terminal(String input, StringWriter out, StringWriter err) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out),
        new PrintWriter(err),
        false,
        false,
        Terminal.DEFAULT_COLUMNS);
  }

  public List<String> lines() {
    return out.lines().toList();
  }

  public List<String> errorLines() {
    return err.lines().toList();
  }
}
