package org.wordvec.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec completion}. */
@Command(
    name = "completion",
    customSynopsis = "wordvec completion [OPTIONS] SHELL",
    description = {
      "Prints a script that teaches a shell to complete commands, options and their values.",
      "It knows the commands of this version; make it anew after an update."
    },
    footer = {
      "  source <(wordvec completion bash)        (in ~/.bashrc)",
      "  source <(wordvec completion zsh)         (in ~/.zshrc)",
      "  wordvec completion fish | source         (in ~/.config/fish/config.fish)"
    })
final class CompletionCommand extends BaseCommand {
  @Parameters(
      paramLabel = "SHELL",
      converter = ShellChoices.class,
      completionCandidates = ShellChoices.class,
      description = "bash, zsh or fish.")
  private ShellChoices.Shell shell = commands -> "";

  CompletionCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run() {
    terminal()
        .out()
        .print(shell.apply(CompletedCommand.all(CommandTree.of(terminal(), List.of()))));
    return ExitCode.OK;
  }
}
