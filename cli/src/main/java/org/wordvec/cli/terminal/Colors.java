package org.wordvec.cli.terminal;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Whether answers are coloured: on a terminal that can show it, unless the environment variable
 * {@code NO_COLOR} is set and not empty (no-color.org).
 */
public final class Colors {
  private Colors() {}

  public static boolean wanted(Terminal terminal) {
    return wanted(terminal, System.getenv());
  }

  public static boolean wanted(Terminal terminal, Map<String, String> environment) {
    return terminal.answersShown()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  public static Ansi ansi(Terminal terminal) {
    return wanted(terminal) ? Ansi.ON : Ansi.OFF;
  }
}
