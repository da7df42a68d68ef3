package org.wordvec.cli.terminal;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Decides whether output is coloured: on a terminal that supports colours, unless the environment
 * variable {@code NO_COLOR} is set and not empty (no-color.org).
 */
public final class Colors {
  private Colors() {}

  /** Returns whether output is coloured. */
  public static boolean areEnabled(Terminal terminal) {
    return areEnabled(terminal, System.getenv());
  }

  public static boolean areEnabled(Terminal terminal, Map<String, String> environment) {
    return terminal.outIsTerminal()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Returns picocli's setting for colours in the help. */
  public static Ansi ansi(Terminal terminal) {
    return areEnabled(terminal) ? Ansi.ON : Ansi.OFF;
  }
}
