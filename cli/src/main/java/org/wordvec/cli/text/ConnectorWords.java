package org.wordvec.cli.text;

import java.util.Set;

/** Parses the words that are allowed inside a phrase. */
final class ConnectorWords {
  private static final Set<String> ENGLISH =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "without",
          "and", "or");

  private ConnectorWords() {}

  /** Returns the words of a comma-separated list; {@code english} stands for a built-in list. */
  static Set<String> parse(String text) {
    return switch (text) {
      case "english" -> ENGLISH;
      case "" -> Set.of();
      default -> Set.of(text.split(",", -1));
    };
  }
}
