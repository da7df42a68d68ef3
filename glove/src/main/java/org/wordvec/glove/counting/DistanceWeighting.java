package org.wordvec.glove.counting;

/** How much a pair of words counts, by the distance between them. */
public enum DistanceWeighting {
  /** 1 / distance. */
  INVERSE,
  /** 1, however far apart. */
  NONE;

  double weight(int distance) {
    return switch (this) {
      case INVERSE -> 1.0 / distance;
      case NONE -> 1;
    };
  }
}
