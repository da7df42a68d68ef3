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

/** Prepares the arguments of one run of the program and executes its command. */
final class Invocation {
  private final Terminal terminal;
  private final List<String> arguments;
  private final CommandLine root;

  private Invocation(Terminal terminal, List<String> arguments) {
    this.terminal = terminal;
    this.arguments = List.copyOf(arguments);
    this.root = CommandTree.of(terminal, arguments);
  }

  /** Executes the arguments and returns the exit code. */
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

  /** Executes arguments that may repeat an option, whose last value counts. */
  static int runAllowingRepeats(Terminal terminal, List<String> arguments) throws IOException {
    Invocation invocation = new Invocation(terminal, arguments);
    invocation.root.setOverwrittenOptionsAllowed(true);
    return invocation.run();
  }

  private int run() throws IOException {
    Optional<String> errorMessage =
        unknownCommand()
            .or(
                () ->
                    resumes()
                        ? Optional.empty()
                        : LegacyOptions.errorMessage(arguments, command().getCommandSpec()));
    if (errorMessage.isPresent()) {
      terminal
          .err()
          .println(
              UsageErrors.line(errorMessage.get(), command().getCommandSpec().qualifiedName()));
      return ExitCode.USAGE;
    }
    return root.execute(withDefaults().toArray(String[]::new));
  }

  /** Returns whether the options belong to a resumed training, whose family is not named here. */
  private boolean resumes() {
    return !command().getSubcommands().isEmpty()
        && arguments.stream().anyMatch(option -> option.startsWith(CheckpointOptions.RESUME));
  }

  /**
   * Returns an error message if a command is unknown; picocli would first report missing arguments.
   */
  private Optional<String> unknownCommand() {
    List<String> rest = arguments.subList(namedCommands().size(), arguments.size());
    boolean isCommand =
        !command().getSubcommands().isEmpty()
            && !rest.isEmpty()
            && !rest.getFirst().isEmpty()
            && "-@".indexOf(rest.getFirst().charAt(0)) < 0;
    return isCommand ? Optional.of(UnknownCommand.errorMessage(rest, command())) : Optional.empty();
  }

  private List<String> withDefaults() throws IOException {
    Optional<Path> file = DefaultsFile.fromArguments(arguments);
    if (file.isEmpty()) {
      return arguments;
    }
    DefaultsFile defaults = DefaultsFile.read(file.get(), CommandTree.of(terminal, List.of()));
    root.setDefaultValueProvider(defaults);
    List<String> all = new ArrayList<>(arguments);
    all.addAll(namedCommands().size(), defaults.flags(command().getCommandSpec(), arguments));
    return all;
  }

  /** Returns the command that the arguments name. */
  private CommandLine command() {
    return namedCommands().isEmpty() ? root : namedCommands().getLast();
  }

  /** Returns the commands that the first arguments name, from the outermost to the innermost. */
  private List<CommandLine> namedCommands() {
    List<CommandLine> commands = new ArrayList<>();
    CommandLine command = root;
    for (String argument : arguments) {
      @Nullable CommandLine child = command.getSubcommands().get(argument);
      if (child == null) {
        break;
      }
      commands.add(child);
      command = child;
    }
    return commands;
  }
}
