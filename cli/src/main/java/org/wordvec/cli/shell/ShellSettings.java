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
import org.wordvec.cli.base.EnglishList;
import org.wordvec.cli.base.Failure;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that a user of a shell wants for all further lines. Used by one thread. */
final class ShellSettings {
  /** What can be set. */
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

  /** For the commands of a shell at this terminal. */
  ShellSettings(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Keeps a value.
   *
   * @throws IllegalArgumentException if there is no such setting, or it cannot have this value
   * @throws NoSuchFileException if its value is a file that is not there
   */
  void set(String name, String value) throws IOException {
    check(option(checked(name)), value);
    values.put(name, value);
  }

  /** Tries a value out on the commands that take it. */
  private void check(String option, String value) throws IOException {
    for (ShellVerb verb : ShellVerb.values()) {
      CommandLine command = new CommandLine(verb.command(terminal));
      @Nullable OptionSpec known = command.getCommandSpec().optionsMap().get(option);
      if (known != null) {
        // Asked for help, picocli converts what is there and misses nothing.
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

  /** Forgets a value. */
  void clear(String name) {
    values.remove(checked(name));
  }

  List<String> lines() {
    return values.entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .toList();
  }

  /** Returns the settings that a command knows, as arguments. */
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
