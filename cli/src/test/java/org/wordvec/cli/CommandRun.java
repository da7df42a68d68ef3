package org.wordvec.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command answered that ran in this process.
 *
 * @param code its exit code
 * @param out what it printed as its answer
 * @param err what it printed beside
 */
record CommandRun(int code, String out, String err) {
  static CommandRun of(String... arguments) {
    return withInput("", arguments);
  }

  static CommandRun withInput(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(terminal(input, out, err), List.of(arguments));
    return new CommandRun(code, out.toString(), err.toString());
  }

  static Terminal terminal(String input, StringWriter out, StringWriter err) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out),
        new PrintWriter(err),
        false,
        false,
        Terminal.DEFAULT_COLUMNS);
  }

  List<String> lines() {
    return out.lines().toList();
  }

  List<String> errorLines() {
    return err.lines().toList();
  }
}
