package org.wordvec.cli.text;

import java.util.Set;

/** Words that phrases may hold in their middle. */
final class ConnectorWords {
  private static final Set<String> ENGLISH =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "without",
          "and", "or");

  private ConnectorWords() {}

  /**
   * Returns the English ones for {@code english}, none for an empty text, else those between
   * commas.
   */
  static Set<String> parse(String text) {
    return switch (text) {
      case "english" -> ENGLISH;
      case "" -> Set.of();
      default -> Set.of(text.split(",", -1));
    };
  }
}
