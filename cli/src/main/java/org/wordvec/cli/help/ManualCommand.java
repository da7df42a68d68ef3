package org.wordvec.cli.help;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.vectors.output.OutputFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wordvec manual}. */
@Command(
    name = "manual",
    customSynopsis = "wordvec manual [OPTIONS] [COMMAND...]",
    description = "Prints the manual page of a command, or writes the pages of all commands.",
    footer = {
      "  wordvec manual train glove | man -l -",
      "  wordvec manual -o ~/.local/share/man/man1     (then: man wordvec-train-glove)"
    })
public final class ManualCommand extends BaseCommand {
  private final Function<Terminal, CommandLine> tree;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command, such as train glove (default: wordvec itself).")
  private List<String> names = List.of();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final ManualOutputOptions output = new ManualOutputOptions();

  /**
   * Creates the command.
   *
   * @param tree builds the command line of the whole program
   */
  public ManualCommand(Terminal terminal, Function<Terminal, CommandLine> tree) {
    super(terminal);
    this.tree = tree;
  }

  /** Option for the folder of the pages. */
  static final class ManualOutputOptions {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FOLDER",
        description =
            "Write the pages of the command and its subcommands to this folder, creating it if"
                + " needed (default: print one page).")
    @Nullable Path folder;
  }

  @Override
  protected int run() throws IOException {
    CommandLine command = tree.apply(terminal());
    for (String name : names) {
      CommandLine child = command.getSubcommands().get(name);
      if (child == null) {
        throw new IllegalArgumentException(
            "no command '" + String.join(" ", names) + "' has a manual page");
      }
      command = child;
    }
    if (output.folder == null) {
      terminal().out().print(ManualPage.of(command));
    } else {
      Files.createDirectories(output.folder);
      write(command, output.folder);
    }
    return ExitCode.OK;
  }

  private static void write(CommandLine command, Path folder) throws IOException {
    byte[] page = ManualPage.of(command).getBytes(StandardCharsets.UTF_8);
    OutputFile.write(folder.resolve(ManualPage.name(command) + ".1"), out -> out.write(page));
    for (CommandLine child : command.getSubcommands().values()) {
      write(child, folder);
    }
  }
}
