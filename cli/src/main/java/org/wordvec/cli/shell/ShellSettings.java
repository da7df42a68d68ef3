package org.wordvec.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.CommandSetup;
import org.wordvec.cli.base.EnglishList;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that apply to all further lines of a shell. Not thread-safe. */
final class ShellSettings {
  /** Names of the settings. */
  static final List<String> NAMES =
      List.of(
          "k",
          "top",
          "min-count",
          "vocabulary",
          "match",
          "exclude",
          "exclude-from",
          "method",
          "format");

  private final Map<String, String> values = new TreeMap<>();
  private final Terminal terminal;

  /** Creates settings for the commands of a shell at a terminal. */
  ShellSettings(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Sets a value.
   *
   * @throws IllegalArgumentException if the name is unknown or the value invalid
   * @throws NoSuchFileException if the value is a file that does not exist
   */
  void set(String name, String value) throws IOException {
    check(option(checked(name)), value);
    values.put(name, value);
  }

  /** Checks a value with the commands that have the option. */
  private void check(String option, String value) throws IOException {
    for (ShellVerb verb : ShellVerb.values()) {
      CommandLine command = CommandSetup.of(new CommandLine(verb.command(terminal)), terminal);
      @Nullable OptionSpec known = command.getCommandSpec().optionsMap().get(option);
      if (known != null) {
        // With --help, picocli converts the value and requires no other arguments.
        parse(command, option, value, "--help");
        if (known.getValue() instanceof Number number && number.longValue() < least(option)) {
          throw new IllegalArgumentException(
              option + " must be at least " + least(option) + ", not " + value);
        }
        if (known.getValue() instanceof Path file && Files.notExists(file)) {
          throw new NoSuchFileException(value);
        }
      }
    }
  }

  private static void parse(CommandLine command, String... arguments) {
    try {
      command.parseArgs(arguments);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(Failure.oneLine(String.valueOf(e.getMessage())), e);
    }
  }

  private static int least(String option) {
    return option.equals("-k") ? 1 : 0;
  }

  /** Removes a value. */
  void clear(String name) {
    values.remove(checked(name));
  }

  /** Returns all settings as lines of name and value. */
  List<String> lines() {
    return values.entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .toList();
  }

  /** Returns the settings that a command has as options, as arguments. */
  List<String> arguments(CommandSpec command) {
    List<String> arguments = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          String option = option(name);
          if (command.findOption(option) != null) {
            arguments.add(option);
            arguments.add(value);
          }
        });
    return arguments;
  }

  private static String option(String name) {
    return (name.length() == 1 ? "-" : "--") + name;
  }

  private static String checked(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no setting \"" + name + "\", expected " + EnglishList.alternatives(NAMES));
    }
    return name;
  }
}
