package org.wordvec.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The shells that can be taught, each with what teaches it. */
final class ShellChoices extends Choices<ShellChoices.Shell> {
  ShellChoices() {
    super(shells());
  }

  /** Writes a script for the whole program. */
  @FunctionalInterface
  interface Shell extends Function<CommandLine, String> {}

  private static Map<String, Shell> shells() {
    Map<String, Shell> shells = new LinkedHashMap<>();
    Shell bash = root -> AutoComplete.bash("wordvec", root);
    shells.put("bash", bash);
    // The script calls zsh's bashcompinit where it finds itself in zsh.
    shells.put("zsh", root -> "#compdef wordvec\n" + bash.apply(root));
    shells.put("fish", FishCompletion::of);
    return shells;
  }
}
