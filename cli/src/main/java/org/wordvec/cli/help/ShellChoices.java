package org.wordvec.cli.help;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wordvec.cli.base.Choices;

/** The shells that can be taught, each with what writes its script. */
final class ShellChoices extends Choices<ShellChoices.Shell> {
  ShellChoices() {
    super(shells());
  }

  /** Writes a script that completes these commands. */
  @FunctionalInterface
  interface Shell extends Function<List<CompletedCommand>, String> {}

  private static Map<String, Shell> shells() {
    Map<String, Shell> shells = new LinkedHashMap<>();
    shells.put("bash", BashCompletion::of);
    shells.put("zsh", ZshCompletion::of);
    shells.put("fish", FishCompletion::of);
    return shells;
  }
}
