package org.wordvec.cli.base;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.terminal.NoteWriter;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Base of all commands; turns exceptions into error messages and exit codes. */
@Command(
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n")
public abstract class BaseCommand implements Callable<Integer> {
  @Mixin(name = GroupedOptions.GENERAL)
  private final GeneralOptions general = new GeneralOptions();

  @Spec private @Nullable CommandSpec spec;

  private final Terminal terminal;

  public BaseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Executes the command and returns the exit code. */
  protected abstract int run() throws IOException, InterruptedException;

  /** Returns advice for the user when memory runs out. */
  protected String memoryAdvice() {
    return "set WORDVEC_JAVA_OPTS=-Xmx4g, or more, to raise the memory limit";
  }

  @Override
  public final Integer call() {
    try {
      return run();
    } catch (ParameterException e) {
      return new UsageErrors().handleParseException(e, new String[0]);
    } catch (Throwable e) {
      return fail(e);
    }
  }

  protected final Terminal terminal() {
    return terminal;
  }

  protected final CommandSpec spec() {
    return Objects.requireNonNull(spec, "picocli parsed no arguments");
  }

  private int fail(Throwable cause) {
    Failure failure =
        Interruption.hidesFailures() ? Failure.of(new InterruptedException()) : Failure.of(cause);
    terminal.out().flush();
    if (general.stacktrace) {
      NoteWriter.of(terminal.err()).printTrace(cause);
    }
    terminal.err().println(line(cause, failure));
    return failure.exitCode();
  }

  private String name() {
    return spec == null
        ? "wordvec " + getClass().getAnnotation(Command.class).name()
        : spec.qualifiedName();
  }

  private String line(Throwable cause, Failure failure) {
    if (failure.exitCode() == ExitCode.USAGE) {
      return UsageErrors.line(failure.line(), name());
    }
    String advice = cause instanceof OutOfMemoryError ? "; " + memoryAdvice() : "";
    return "wordvec: " + failure.line() + advice;
  }
}
