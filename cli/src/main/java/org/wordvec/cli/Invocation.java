package org.wordvec.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.DefaultsFile;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.base.LegacyOptions;
import org.wordvec.cli.base.UnknownCommand;
import org.wordvec.cli.base.UsageErrors;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.train.CheckpointOptions;
import picocli.CommandLine;

/** One run of the program: what comes before its arguments are parsed. */
final class Invocation {
  private final Terminal terminal;
  private final List<String> arguments;
  private final CommandLine root;

  private Invocation(Terminal terminal, List<String> arguments) {
    this.terminal = terminal;
    this.arguments = List.copyOf(arguments);
    this.root = CommandTree.of(terminal, arguments);
  }

  /** Does what the arguments ask for and answers the exit code. */
  static int run(Terminal terminal, List<String> arguments) {
    try {
      List<String> named = LeadingOptions.behindName(arguments);
      return new Invocation(terminal, ArgumentFiles.expand(named)).run();
    } catch (Throwable e) {
      Failure failure = Failure.of(e);
      terminal.err().println("wordvec: " + failure.line());
      return failure.exitCode();
    }
  }

  /** The same where an option may be given again, and the last one holds. */
  static int overriding(Terminal terminal, List<String> arguments) throws IOException {
    Invocation invocation = new Invocation(terminal, arguments);
    invocation.root.setOverwrittenOptionsAllowed(true);
    return invocation.run();
  }

  private int run() throws IOException {
    Optional<String> complaint =
        unknownCommand()
            .or(
                () ->
                    resumes()
                        ? Optional.empty()
                        : LegacyOptions.complaint(arguments, command().getCommandSpec()));
    if (complaint.isPresent()) {
      terminal
          .err()
          .println(UsageErrors.line(complaint.get(), command().getCommandSpec().qualifiedName()));
      return ExitCode.USAGE;
    }
    return root.execute(withDefaults().toArray(String[]::new));
  }

  /** Whether the options are those of a training whose family is not named here. */
  private boolean resumes() {
    return !command().getSubcommands().isEmpty()
        && arguments.stream().anyMatch(option -> option.startsWith(CheckpointOptions.RESUME));
  }

  /** picocli would first complain of what the commands after an unknown one lack. */
  private Optional<String> unknownCommand() {
    List<String> rest = arguments.subList(named().size(), arguments.size());
    boolean isCommand =
        !command().getSubcommands().isEmpty()
            && !rest.isEmpty()
            && !rest.getFirst().isEmpty()
            && "-@".indexOf(rest.getFirst().charAt(0)) < 0;
    return isCommand ? Optional.of(UnknownCommand.complaint(rest, command())) : Optional.empty();
  }

  private List<String> withDefaults() throws IOException {
    Optional<Path> file = DefaultsFile.named(arguments);
    if (file.isEmpty()) {
      return arguments;
    }
    DefaultsFile defaults = DefaultsFile.read(file.get(), CommandTree.of(terminal, List.of()));
    root.setDefaultValueProvider(defaults);
    List<String> all = new ArrayList<>(arguments);
    all.addAll(named().size(), defaults.flags(command().getCommandSpec(), arguments));
    return all;
  }

  /** The command that is named. */
  private CommandLine command() {
    return named().isEmpty() ? root : named().getLast();
  }

  /** The commands that the first arguments name, one below the other. */
  private List<CommandLine> named() {
    List<CommandLine> named = new ArrayList<>();
    CommandLine command = root;
    for (String argument : arguments) {
      @Nullable CommandLine child = command.getSubcommands().get(argument);
      if (child == null) {
        break;
      }
      named.add(child);
      command = child;
    }
    return named;
  }
}
