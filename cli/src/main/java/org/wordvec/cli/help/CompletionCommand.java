package org.wordvec.cli.help;

import java.util.function.Function;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec completion}. */
@Command(
    name = "completion",
    customSynopsis = "wordvec completion [OPTIONS] SHELL",
    description = {
      "Prints a shell completion script for commands, options and their values.",
      "The script covers the commands of this version; generate it again after an update."
    },
    footer = {
      "  source <(wordvec completion bash)        (in ~/.bashrc)",
      "  source <(wordvec completion zsh)         (in ~/.zshrc)",
      "  wordvec completion fish | source         (in ~/.config/fish/config.fish)"
    })
public final class CompletionCommand extends BaseCommand {
  private final Function<Terminal, CommandLine> tree;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private CompletionShell shell = CompletionShell.BASH;

  /**
   * Creates the command.
   *
   * @param tree builds the command line of the whole program
   */
  public CompletionCommand(Terminal terminal, Function<Terminal, CommandLine> tree) {
    super(terminal);
    this.tree = tree;
  }

  @Override
  protected int run() {
    terminal().out().print(shell.script(CompletedCommand.all(tree.apply(terminal()))));
    return ExitCode.OK;
  }
}
