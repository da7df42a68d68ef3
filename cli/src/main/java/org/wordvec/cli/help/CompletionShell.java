package org.wordvec.cli.help;

import java.util.List;

/** A shell that can complete commands. */
enum CompletionShell {
  BASH,
  ZSH,
  FISH;

  /** Returns a script that completes these commands. */
  String script(List<CompletedCommand> commands) {
    return switch (this) {
      case BASH -> BashCompletion.of(commands);
      case ZSH -> ZshCompletion.of(commands);
      case FISH -> FishCompletion.of(commands);
    };
  }
}
