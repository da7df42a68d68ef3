package org.wordvec.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.DefaultsFile;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The arguments of a training, with absolute paths and with the options of a defaults file, so that
 * they can be run from any folder. Options that apply to a single run are omitted.
 */
record SavedCommand(List<String> arguments) {
  private static final String NOTE = "argument.";
  private static final List<String> SINGLE_RUN_OPTIONS =
      List.of(
          "--checkpoint", CheckpointOptions.RESUME, "--plan", "--stacktrace", DefaultsFile.OPTION);

  /** Returns the arguments of a command. */
  static SavedCommand of(CommandSpec command) {
    List<String> arguments = new ArrayList<>();
    for (CommandSpec at = command; at.parent() != null; at = at.parent()) {
      arguments.addFirst(at.name());
    }
    arguments.addAll(options(command));
    // File names that begin with a dash are not options.
    arguments.add("--");
    for (ArgSpec positional : command.positionalParameters()) {
      for (String name : positional.originalStringValues()) {
        arguments.add(name.equals("-") ? name : absolute(name));
      }
    }
    return new SavedCommand(arguments);
  }

  /** Returns the options that a command was given. */
  static List<String> options(CommandSpec command) {
    ParseResult given = command.commandLine().getParseResult();
    List<String> arguments = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      if (!SINGLE_RUN_OPTIONS.contains(option.longestName())) {
        values(option, given, command).forEach(value -> arguments.add(argument(option, value)));
      }
    }
    return arguments;
  }

  private static List<String> values(OptionSpec option, ParseResult given, CommandSpec command) {
    if (given.hasMatchedOption(option)) {
      return option.originalStringValues().isEmpty()
          ? List.of("")
          : List.copyOf(option.originalStringValues());
    }
    if (command.commandLine().getDefaultValueProvider() instanceof DefaultsFile defaults) {
      @Nullable String value = defaults.defaultValue(option);
      return value == null ? List.of() : List.of(value);
    }
    return List.of();
  }

  private static String argument(OptionSpec option, String value) {
    if (option.arity().max() == 0) {
      return option.longestName();
    }
    boolean isFile = option.typeInfo().getType() == Path.class;
    return option.longestName() + "=" + (isFile ? absolute(value) : value);
  }

  private static String absolute(String name) {
    return Path.of("").toAbsolutePath().resolve(name).toString();
  }

  /** Returns the arguments as the notes of a checkpoint. */
  Map<String, String> notes() {
    Map<String, String> notes = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      notes.put(NOTE + i, arguments.get(i));
    }
    return notes;
  }

  /** Returns the arguments from the notes of a checkpoint. */
  static SavedCommand of(Map<String, String> notes) {
    List<String> arguments = new ArrayList<>();
    for (String argument = notes.get(NOTE + 0);
        argument != null;
        argument = notes.get(NOTE + arguments.size())) {
      arguments.add(argument);
    }
    return new SavedCommand(arguments);
  }

  /**
   * Returns whether the command names a model family; without one it would only resume itself
   * again.
   */
  boolean namesTraining() {
    return arguments.size() > 1
        && arguments.getFirst().equals("train")
        && !arguments.get(1).startsWith("-");
  }

  /**
   * Returns the arguments that resume the training.
   *
   * @param changes options that override the saved ones
   */
  List<String> resuming(Path folder, List<String> changes) {
    List<String> all = new ArrayList<>(arguments);
    int files = all.indexOf("--");
    int end = files < 0 ? all.size() : files;
    all.add(end, CheckpointOptions.RESUME + "=" + folder);
    all.addAll(end, changes);
    return all;
  }
}
