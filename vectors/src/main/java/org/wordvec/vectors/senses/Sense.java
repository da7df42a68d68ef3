package org.wordvec.vectors.senses;

import java.util.List;
import org.wordvec.vectors.search.Neighbor;

/** A sense of a word: a cluster of its nearest neighbours. Immutable. */
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
   * Returns the words of the cluster, the most typical first: by the cosine with the mean direction
   * of the cluster, after removing the direction of the word itself. Their similarity is the one
   * with the word.
   */
  public List<Neighbor> words() {
    return words;
  }

  /** Returns the cluster's share of the examined neighbours, 0 to 1. */
  public double share() {
    return share;
  }

  /** Returns the mean direction of the cluster, a unit vector orthogonal to that of the word. */
  float[] centre() {
    return centre;
  }
}
