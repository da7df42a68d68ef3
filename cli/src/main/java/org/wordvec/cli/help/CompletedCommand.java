package org.wordvec.cli.help;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What can follow a command on the command line; the scripts of all shells are written from this.
 *
 * @param path the words that name the command, empty for the program itself
 * @param commands subcommands by name, with their summaries
 * @param options in the order of the help
 * @param operands in the order of their positions
 */
record CompletedCommand(
    List<String> path, Map<String, String> commands, List<Option> options, List<Operand> operands) {
  private static final List<String> FOLDERS = List.of("DIR", "FOLDER");
  private static final List<String> FILES = List.of("FILE", "CORPUS", "MODEL", "OTHER", "OUT");

  /** Kinds of values. */
  sealed interface Value {
    /** A file. */
    record AnyFile() implements Value {}

    /** A folder. */
    record Folder() implements Value {}

    /** The name of a command of this program. */
    record CommandName() implements Value {}

    /** Any text. */
    record Free() implements Value {}

    /** One of some words, given with their meanings. */
    record Words(Map<String, String> meanings) implements Value {}
  }

  /**
   * An option.
   *
   * @param names with their dashes
   * @param summary what it does
   * @param label name of its value; empty if it takes none
   * @param value kind of its value
   * @param repeatable whether it can be repeated
   */
  record Option(List<String> names, String summary, String label, Value value, boolean repeatable) {
    boolean takesValue() {
      return !label.isEmpty();
    }
  }

  /**
   * An argument that is not an option.
   *
   * @param first its first position, from 0
   * @param last its last position
   * @param label its name
   * @param value kind of its value
   */
  record Operand(int first, int last, String label, Value value) {
    boolean isEndless() {
      return last == Integer.MAX_VALUE;
    }
  }

  /** Returns all commands of a program, the program itself first. */
  static List<CompletedCommand> all(CommandLine root) {
    List<CompletedCommand> all = new ArrayList<>();
    collect(root, List.of(), all);
    return all;
  }

  private static void collect(CommandLine line, List<String> path, List<CompletedCommand> all) {
    CommandSpec command = line.getCommandSpec();
    Map<String, String> children = new LinkedHashMap<>();
    line.getSubcommands()
        .forEach((name, child) -> children.put(name, CommandText.summary(child.getCommandSpec())));
    all.add(
        new CompletedCommand(
            path,
            children,
            command.options().stream().map(CompletedCommand::option).toList(),
            command.positionalParameters().stream().map(CompletedCommand::operand).toList()));
    line.getSubcommands()
        .forEach(
            (name, child) -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(name);
              collect(child, List.copyOf(longer), all);
            });
  }

  private static Option option(OptionSpec option) {
    boolean valued = option.arity().max() > 0;
    return new Option(
        List.of(option.names()),
        CommandText.summary(option),
        valued ? option.paramLabel() : "",
        valued ? value(option) : new Value.Free(),
        option.isMultiValue());
  }

  private static Operand operand(PositionalParamSpec operand) {
    return new Operand(
        operand.index().min(), operand.index().max(), operand.paramLabel(), value(operand));
  }

  private static Value value(ArgSpec argument) {
    Map<String, String> meanings = ValueText.meanings(argument);
    String label = argument.paramLabel();
    if (!meanings.isEmpty()) {
      return new Value.Words(meanings);
    }
    if (label.equals("COMMAND")) {
      return new Value.CommandName();
    }
    if (FOLDERS.contains(label)) {
      return new Value.Folder();
    }
    Class<?> type = argument.type();
    return FILES.contains(label) || type == Path.class || type == File.class
        ? new Value.AnyFile()
        : new Value.Free();
  }
}
