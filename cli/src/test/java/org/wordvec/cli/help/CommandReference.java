package org.wordvec.cli.help;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the reference of all commands as Markdown, from the same descriptions as {@code --help}
 * and the manual pages.
 */
final class CommandReference {
  private static final String INTRODUCTION =
      """
      # Commands

      This page is generated from the commands; `CommandReferenceTest` in module `cli` checks that it is
      current and says how to write it anew. `wordvec COMMAND --help` prints the same on a terminal, and
      `wordvec manual COMMAND` as a manual page.

      """;

  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  private CommandReference() {}

  /** Returns the whole page for a command line and everything below it. */
  static String of(CommandLine root) {
    CommandReference reference = new CommandReference();
    reference.contents(root, 0);
    reference.line("");
    reference.command(root);
    reference.line("## Exit codes\n\n| code | meaning |\n| --- | --- |");
    ExitCode.MEANINGS.forEach((code, meaning) -> reference.row("" + code, meaning));
    reference.line("\n## Environment variables\n\n| variable | meaning |\n| --- | --- |");
    Environment.VARIABLES.forEach((name, meaning) -> reference.row(code(name), meaning));
    return reference.page.toString();
  }

  private void contents(CommandLine command, int depth) {
    CommandSpec spec = command.getCommandSpec();
    String name = spec.qualifiedName();
    line(
        "%s- [%s](#%s): %s"
            .formatted("  ".repeat(depth), name, anchor(name), text(CommandText.summary(spec))));
    command.getSubcommands().values().forEach(child -> contents(child, depth + 1));
  }

  private void command(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    line("## " + spec.qualifiedName() + "\n");
    CommandText.description(spec).forEach(paragraph -> line(text(paragraph) + "\n"));
    block(CommandText.synopses(command));
    List<PositionalParamSpec> arguments =
        spec.positionalParameters().stream().filter(argument -> !argument.hidden()).toList();
    if (!arguments.isEmpty()) {
      arguments.forEach(
          argument -> item(code(argument.paramLabel()), CommandText.description(argument)));
      line("");
    }
    for (Map.Entry<String, CommandSpec> group : GroupedOptions.groups(spec)) {
      List<OptionSpec> options =
          group.getValue().options().stream().filter(option -> !option.hidden()).toList();
      if (!options.isEmpty()) {
        line("**" + group.getKey() + "**\n");
        options.forEach(option -> item(names(option), CommandText.description(option)));
        line("");
      }
    }
    if (!CommandText.examples(spec).isEmpty()) {
      line("**Examples**\n");
      block(CommandText.examples(spec).stream().map(String::stripTrailing).toList());
    }
    command.getSubcommands().values().forEach(this::command);
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names()).map(CommandReference::code).collect(Collectors.joining(", "));
    return option.arity().max() == 0 ? names : names + " " + code(option.paramLabel());
  }

  private void item(String name, String description) {
    line("- " + name + ": " + text(description));
  }

  private void row(String name, String meaning) {
    line("| " + name + " | " + text(meaning) + " |");
  }

  private void block(List<String> lines) {
    line("```\n" + String.join("\n", lines).stripIndent() + "\n```\n");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  /** Returns text without characters that mean something in Markdown. */
  private static String text(String text) {
    return text.replaceAll("[\\\\`*_<>\\[\\]|~]", "\\\\$0").replaceAll("\\s+", " ").strip();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
