package org.wordvec.cli.help;

import java.util.List;
import java.util.function.Function;

/** Shells with completion scripts. */
enum CompletionShell {
  BASH(BashCompletion::of),
  ZSH(ZshCompletion::of),
  FISH(FishCompletion::of);

  private final Function<List<CompletedCommand>, String> script;

  CompletionShell(Function<List<CompletedCommand>, String> script) {
    this.script = script;
  }

  /** Returns a script that completes these commands. */
  String script(List<CompletedCommand> commands) {
    return script.apply(commands);
  }
}
