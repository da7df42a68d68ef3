package org.wordvec.cli.base;

import org.jspecify.annotations.Nullable;
import org.wordvec.library.Model;
import org.wordvec.vectors.search.Neighbors;

/** A model that stays open for several queries. Not thread-safe. */
public final class Session {
  private final Model model;
  private final boolean coloured;
  private @Nullable Neighbors neighbors;

  public Session(Model model, boolean coloured) {
    this.model = model;
    this.coloured = coloured;
  }

  /** Returns whether tables may be in colour. */
  public boolean isColoured() {
    return coloured;
  }

  public Model model() {
    return model;
  }

  /**
   * Returns the search, which is created at the first call, since that computes the vectors of all
   * words of a FastText model.
   */
  public Neighbors neighbors() {
    if (neighbors == null) {
      neighbors = model.neighbors();
    }
    return neighbors;
  }
}
