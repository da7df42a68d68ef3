package org.wordvec.cli.help;

import java.util.stream.Collectors;

/** Escapes text for roff. */
public final class Roff {
  private Roff() {}

  /** Returns text within a line. */
  static String text(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti")
        .replace("`", "\\(ga")
        .replace("\"", "\\(dq");
  }

  /** Returns text at the beginning of a line, where a dot or a quote would start a request. */
  public static String line(String text) {
    return text.lines().map(line -> "\\&" + text(line)).collect(Collectors.joining("\n"));
  }

  static String bold(String text) {
    return "\\fB" + text(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + text(text) + "\\fR";
  }
}
