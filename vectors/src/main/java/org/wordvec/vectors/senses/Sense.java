package org.wordvec.vectors.senses;

import java.util.List;
import org.wordvec.vectors.search.Neighbor;

/** A group of a word's near words that are also near each other. Immutable. */
public final class Sense {
  private final List<Neighbor> words;
  private final float[] centre;
  private final double share;

  Sense(List<Neighbor> words, float[] centre, double share) {
    this.words = List.copyOf(words);
    this.centre = centre;
    this.share = share;
  }

  /**
   * Returns the words of the group, the most typical first: by the cosine with the mean direction
   * of the group once the direction of the word itself is taken out. Their similarity is that with
   * the word.
   */
  public List<Neighbor> words() {
    return words;
  }

  /** Returns the group's part of the near words that were looked at, 0 to 1. */
  public double share() {
    return share;
  }

  /** Returns the mean direction of the group, a unit vector orthogonal to the word's own. */
  float[] centre() {
    return centre;
  }
}
