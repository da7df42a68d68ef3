package org.wordvec.cli.base;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reads options from a properties file, one per line: {@code dim = 300} for every command that has
 * {@code --dim}, {@code train.glove.dim = 50} for one command, which takes precedence. Immutable.
 */
public final class DefaultsFile implements IDefaultValueProvider {
  public static final String OPTION = "--defaults";

  private final Path path;
  private final Map<String, Line> lines;

  private DefaultsFile(Path path, Map<String, Line> lines) {
    this.path = path;
    this.lines = Map.copyOf(lines);
  }

  private record Line(long number, String value) {}

  /** Returns the file that the arguments name, if any. */
  public static Optional<Path> fromArguments(List<String> arguments) {
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(OPTION + "=")) {
        return Optional.of(file(argument.substring(OPTION.length() + 1)));
      }
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        return Optional.of(file(arguments.get(i + 1)));
      }
    }
    return Optional.empty();
  }

  private static Path file(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(OPTION + ": empty file name (is a variable unset?)");
    }
    return Path.of(name);
  }

  /**
   * Reads a file of options.
   *
   * @param commands the whole program; every key must be one of its options
   * @throws IOException if the file cannot be read or is invalid; the message names file and line
   */
  public static DefaultsFile read(Path path, CommandLine commands) throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    try (NumberedLines text = TextFile.at(path).lines()) {
      while (text.next()) {
        Properties properties = new Properties();
        try {
          properties.load(new StringReader(text.text()));
        } catch (IllegalArgumentException e) {
          throw text.failure("malformed escape sequence");
        }
        for (String key : properties.stringPropertyNames()) {
          if (!knows(commands, key)) {
            throw text.failure("no command has an option for the key '" + key + "'");
          }
          Line line = new Line(text.number(), properties.getProperty(key));
          if (lines.put(key, line) != null) {
            throw text.failure("'" + key + "' is repeated");
          }
        }
      }
    }
    return new DefaultsFile(path, lines);
  }

  private static boolean knows(CommandLine command, String key) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      boolean ours =
          !option.usageHelp() && !option.versionHelp() && !name(option).equals("defaults");
      if (ours && (key.equals(name(option)) || key.equals(key(option)))) {
        return true;
      }
    }
    return command.getSubcommands().values().stream().anyMatch(child -> knows(child, key));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option && !isFlag(option)) {
      Line line = line(option);
      return line == null ? null : line.value;
    }
    return null;
  }

  /**
   * Returns the flags that are true in this file and not among the arguments. The caller adds them
   * to the arguments, since picocli inverts the default of a flag when the flag is given.
   */
  public List<String> flags(CommandSpec command, List<String> arguments) {
    List<String> flags = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      Line line = isFlag(option) ? line(option) : null;
      if (line != null && !List.of("true", "false").contains(line.value)) {
        throw new IllegalArgumentException(
            place(line)
                + ": '"
                + name(option)
                + "' must be true or false, not '"
                + line.value
                + "'");
      }
      boolean given = List.of(option.names()).stream().anyMatch(arguments::contains);
      if (line != null && line.value.equals("true") && !given) {
        flags.add(option.longestName());
      }
    }
    return flags;
  }

  /** Returns file and line of a value, if it comes from this file. */
  Optional<String> place(ArgSpec argument, @Nullable String value) {
    Line line = argument instanceof OptionSpec option ? line(option) : null;
    return line != null && line.value.equals(value) ? Optional.of(place(line)) : Optional.empty();
  }

  private String place(Line line) {
    return path + ": line " + line.number;
  }

  private @Nullable Line line(OptionSpec option) {
    Line own = lines.get(key(option));
    return own == null ? lines.get(name(option)) : own;
  }

  private static boolean isFlag(OptionSpec option) {
    return option.arity().max() == 0;
  }

  private static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** Returns the option's name with the command's in front, such as {@code train.glove.dim}. */
  private static String key(OptionSpec option) {
    String command = option.command().qualifiedName(".");
    return command.substring(command.indexOf('.') + 1) + "." + name(option);
  }
}
