package org.wordvec.cli.help;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.library.Version;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes a command's manual page in the man macros of roff, from its help. picocli's own manual
 * pages are AsciiDoc, whose conversion needs Ruby.
 */
final class ManualPage {
  private final CommandLine command;
  private final CommandSpec spec;
  private final StringBuilder page = new StringBuilder();

  private ManualPage(CommandLine command) {
    this.command = command;
    this.spec = command.getCommandSpec();
  }

  /** Returns the page's name without the section: {@code wordvec-train-glove}. */
  static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  static String of(CommandLine command) {
    ManualPage page = new ManualPage(command);
    page.write();
    return page.page.toString();
  }

  private void write() {
    String title = Roff.text(name(command).toUpperCase(Locale.ROOT));
    line(".TH \"" + title + "\" 1 \"\" \"wordvec " + Roff.text(Version.current()) + "\"");
    line(".nh");
    line(".ad l");
    section("NAME", name(command) + " - " + CommandText.summary(spec));
    line(".SH SYNOPSIS");
    line(
        CommandText.synopses(command).stream()
            .map(Roff::bold)
            .collect(Collectors.joining("\n.br\n")));
    line(".SH DESCRIPTION");
    CommandText.description(spec).forEach(this::paragraph);
    arguments();
    options();
    commands();
    examples();
    line(".SH EXIT STATUS");
    ExitCode.MEANINGS.forEach((code, meaning) -> item(Roff.bold(String.valueOf(code)), meaning));
    line(".SH ENVIRONMENT");
    Environment.VARIABLES.forEach((name, meaning) -> item(Roff.bold(name), meaning));
    seeAlso();
  }

  private void arguments() {
    List<PositionalParamSpec> arguments = spec.positionalParameters();
    if (!arguments.isEmpty()) {
      line(".SH ARGUMENTS");
      arguments.forEach(
          argument -> item(Roff.italic(argument.paramLabel()), CommandText.description(argument)));
    }
  }

  private void options() {
    line(".SH OPTIONS");
    for (Map.Entry<String, CommandSpec> group : GroupedOptions.groups(spec)) {
      line(".SS " + Roff.text(group.getKey()));
      group.getValue().options().forEach(option -> item(names(option), description(option)));
    }
  }

  private static String names(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(names.isEmpty() ? "" : ", ").append(Roff.bold(name));
    }
    return option.arity().max() == 0
        ? names.toString()
        : names.append('=').append(Roff.italic(option.paramLabel())).toString();
  }

  private static String description(ArgSpec argument) {
    return CommandText.description(argument);
  }

  private void commands() {
    if (!command.getSubcommands().isEmpty()) {
      line(".SH COMMANDS");
      command
          .getSubcommands()
          .forEach(
              (name, child) ->
                  item(Roff.bold(name), CommandText.summary(child.getCommandSpec()) + "."));
    }
  }

  private void examples() {
    line(".SH EXAMPLES");
    line(".nf");
    CommandText.examples(spec).forEach(example -> line(Roff.line(example)));
    line(".fi");
  }

  private void seeAlso() {
    line(".SH SEE ALSO");
    CommandLine parent = command.getParent();
    StringBuilder pages = new StringBuilder();
    if (parent != null) {
      pages.append(Roff.bold(name(parent))).append("(1)");
    }
    for (CommandLine child : command.getSubcommands().values()) {
      pages.append(pages.isEmpty() ? "" : ", ").append(Roff.bold(name(child))).append("(1)");
    }
    line(pages.toString());
  }

  private void section(String heading, String text) {
    line(".SH " + heading);
    line(Roff.line(text));
  }

  private void paragraph(String text) {
    line(".PP");
    line(Roff.line(text));
  }

  private void item(String formattedName, String text) {
    line(".TP");
    line(formattedName);
    line(Roff.line(text));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
