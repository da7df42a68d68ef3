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

/** The program. */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] arguments) {
    useNoLanguage();
    StandardStreams streams = new StandardStreams();
    Terminal terminal = streams.open();
    Thread.setDefaultUncaughtExceptionHandler(
        (_, cause) -> terminal.err().println("wordvec: " + Failure.of(cause).line()));
    Interruption interruption = Interruption.guard(Thread.currentThread(), terminal.err());
    if (ArchiveTrainingRun.isAskedFor()) {
      ArchiveTrainingRun.perform();
    }
    int code = run(terminal, List.of(arguments));
    terminal.out().flush();
    code = streams.answers().failure().map(failure -> unwritten(failure, terminal)).orElse(code);
    terminal.err().flush();
    interruption.finished();
    // To exit, the JDK looks for a logger first, and for that through every jar.
    if (code != ExitCode.OK || othersRun()) {
      System.exit(code);
    }
  }

  /** Lets numbers and letters be written alike for everybody, whoever formats them; help aside. */
  private static void useNoLanguage() {
    Locale shown = HelpLanguage.ofUser();
    Locale.setDefault(Locale.ROOT);
    Locale.setDefault(Locale.Category.DISPLAY, shown);
  }

  /** Whether the process would go on when this thread ends. */
  private static boolean othersRun() {
    Thread[] threads = new Thread[2 * Thread.activeCount() + 1];
    int count = Thread.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .anyMatch(thread -> thread != Thread.currentThread() && !thread.isDaemon());
  }

  /** Runs a command in process and answers its exit code. */
  public static int run(Terminal terminal, List<String> arguments) {
    try {
      if (Version.isAllOf(arguments)) {
        terminal.out().println(Version.line());
        return ExitCode.OK;
      }
      Optional<String> unreadable = UnreadableArgument.complaint(arguments);
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

  private static int unwritten(IOException failure, Terminal terminal) {
    String reason = String.valueOf(failure.getMessage());
    if (reason.contains("Broken pipe")) {
      return ExitCode.BROKEN_PIPE;
    }
    terminal.err().println("wordvec: standard output cannot be written: " + reason);
    return ExitCode.FAILURE;
  }
}
