package org.wordvec.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.base.HelpLanguage;
import org.wordvec.cli.base.Interruption;
import org.wordvec.cli.base.Version;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.terminal.StandardStreams;
import org.wordvec.cli.terminal.Terminal;

/** Starts the command-line program. */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] arguments) {
    useNeutralLocale();
    StandardStreams streams = new StandardStreams();
    Terminal terminal = streams.open();
    Thread.setDefaultUncaughtExceptionHandler(
        (_, cause) -> terminal.err().println("wordvec: " + Failure.of(cause).line()));
    Interruption interruption = Interruption.guard(Thread.currentThread(), terminal.err());
    if (ArchiveTrainingRun.isRequested()) {
      ArchiveTrainingRun.perform();
    }
    int code = run(terminal, List.of(arguments));
    terminal.out().flush();
    code = streams.output().failure().map(failure -> outputFailure(failure, terminal)).orElse(code);
    terminal.err().flush();
    interruption.finished();
    // To exit, the JDK looks for a logger first, and for that through every jar.
    if (code != ExitCode.OK || otherThreadsRun()) {
      System.exit(code);
    }
  }

  /** Formats numbers and letters independently of the locale everywhere except in the help. */
  private static void useNeutralLocale() {
    Locale shown = HelpLanguage.ofUser();
    Locale.setDefault(Locale.ROOT);
    Locale.setDefault(Locale.Category.DISPLAY, shown);
  }

  /** Returns whether other threads would keep the process running. */
  private static boolean otherThreadsRun() {
    Thread[] threads = new Thread[2 * Thread.activeCount() + 1];
    int count = Thread.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .anyMatch(thread -> thread != Thread.currentThread() && !thread.isDaemon());
  }

  /** Runs a command in this process and returns its exit code. */
  public static int run(Terminal terminal, List<String> arguments) {
    try {
      if (Version.isOnlyArgument(arguments)) {
        terminal.out().println(Version.line());
        return ExitCode.OK;
      }
      Optional<String> unreadable = UnreadableArgument.errorMessage(arguments);
      if (unreadable.isPresent()) {
        terminal.err().println("wordvec: " + unreadable.get());
        return ExitCode.FAILURE;
      }
      Optional<QueryCommand> plain = FastPathQuery.of(terminal, arguments);
      return plain.isPresent() ? plain.get().call() : Invocation.run(terminal, arguments);
    } catch (Throwable e) {
      Failure failure = Failure.of(e);
      terminal.err().println("wordvec: " + failure.line());
      return failure.exitCode();
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private static int outputFailure(IOException failure, Terminal terminal) {
    String reason = String.valueOf(failure.getMessage());
    if (reason.contains("Broken pipe")) {
      return ExitCode.BROKEN_PIPE;
    }
    terminal.err().println("wordvec: cannot write to standard output: " + reason);
    return ExitCode.FAILURE;
  }
}
