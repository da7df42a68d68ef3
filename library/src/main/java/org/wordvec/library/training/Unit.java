package org.wordvec.library.training;

/** Unit of training data, in which the speed is measured. */
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

  /** Returns the singular name of what a GPU trains several of at once. */
  String atOnce() {
    return atOnce;
  }

  /** Returns the plural, such as {@code words}. */
  @Override
  public String toString() {
    return plural;
  }
}
