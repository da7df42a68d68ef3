package org.wordvec.cli;

import java.io.IOException;
import java.util.List;

/** The program. */
final class Main {
  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] arguments) {
    StandardStreams streams = new StandardStreams();
    Terminal terminal = streams.open();
    Interruption interruption = Interruption.guard(Thread.currentThread());
    if (Rehearsal.isAskedFor()) {
      Rehearsal.perform();
    }
    int code = run(terminal, List.of(arguments));
    terminal.out().flush();
    code = streams.answers().failure().map(failure -> unwritten(failure, terminal)).orElse(code);
    terminal.err().flush();
    interruption.finished();
    System.exit(code);
  }

  /** Runs a command in process and answers its exit code. */
  static int run(Terminal terminal, List<String> arguments) {
    try {
      return new Invocation(terminal, arguments).run();
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private static int unwritten(IOException failure, Terminal terminal) {
    String reason = String.valueOf(failure.getMessage());
    if (reason.contains("Broken pipe")) {
      return ExitCode.BROKEN_PIPE;
    }
    terminal.err().println("wordvec: standard output cannot be written: " + reason);
    return ExitCode.FAILURE;
  }
}
