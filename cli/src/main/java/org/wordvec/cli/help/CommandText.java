package org.wordvec.cli.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordvec.library.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Extracts texts from the help of commands, without colours and line breaks. */
final class CommandText {
  private CommandText() {}

  /** Returns the first sentence of a command's description, without its full stop. */
  static String summary(CommandSpec command) {
    String text = plain(String.join(" ", command.usageMessage().description()));
    return firstSentence(text);
  }

  /** Returns the first sentence of an option's description, without default and full stop. */
  static String summary(OptionSpec option) {
    return firstSentence(description(option).replaceFirst(" ?[(（](default|required|默认|必填).*", ""));
  }

  /** Returns the whole description of an option or argument. */
  static String description(ArgSpec argument) {
    return plain(
        String.join(" ", argument.description())
            .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString(true))));
  }

  /** Returns the examples of a command. */
  static List<String> examples(CommandSpec command) {
    return Arrays.stream(command.usageMessage().footer()).map(CommandText::plain).toList();
  }

  /** Returns the paragraphs of a command's description. */
  static List<String> description(CommandSpec command) {
    return Arrays.stream(command.usageMessage().description()).map(CommandText::plain).toList();
  }

  /** Returns the synopses of a command, such as {@code wordvec info [OPTIONS] MODEL}. */
  static List<String> synopses(CommandLine command) {
    String[] custom = command.getCommandSpec().usageMessage().customSynopsis();
    if (custom.length > 0) {
      return Arrays.stream(custom).map(CommandText::plain).map(String::strip).toList();
    }
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF));
    return List.of(plain(help.synopsis(0)).replaceAll("\\s+", " ").strip());
  }

  /** Returns the possible values of an option or argument; empty if they are not a list. */
  static List<String> choices(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      return Spelling.all(type);
    }
    @Nullable Iterable<String> candidates = argument.completionCandidates();
    if (candidates == null) {
      return List.of();
    }
    List<String> choices = new ArrayList<>();
    candidates.forEach(choices::add);
    return choices;
  }

  private static String firstSentence(String text) {
    String sentence = text.split("(?<=[a-z)])\\. |; |。|；", 2)[0].strip();
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** Returns a description with {@code %n} and {@code %%} replaced, as in format strings. */
  private static String plain(String text) {
    return Ansi.OFF
        .string(text.replace("%n", "\n").replace("%%", "%"))
        .lines()
        .collect(Collectors.joining("\n"));
  }
}
