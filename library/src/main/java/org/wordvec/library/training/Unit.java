package org.wordvec.library.training;

/** What a model is trained on, and its rate is counted in. */
public enum Unit {
  /** Raw corpus tokens; a GPU trains several sentences at once. */
  WORDS("words", "sentence"),
  /**
   * Pairs of words that co-occur, with their count; a GPU trains several slices of tiles at once.
   */
  ENTRIES("entries", "tile slice");

  private final String plural;
  private final String atOnce;

  Unit(String plural, String atOnce) {
    this.plural = plural;
    this.atOnce = atOnce;
  }

  /** Returns what a GPU trains several of at once, in the singular. */
  String atOnce() {
    return atOnce;
  }

  /** Returns the plural, such as {@code words}. */
  @Override
  public String toString() {
    return plural;
  }
}
