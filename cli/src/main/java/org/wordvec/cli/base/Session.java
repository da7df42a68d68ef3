package org.wordvec.cli.base;

import org.jspecify.annotations.Nullable;
import org.wordvec.library.Model;
import org.wordvec.vectors.search.Neighbors;

/** A model that stays open for several questions. Used by one thread. */
public final class Session {
  private final Model model;
  private final boolean coloured;
  private @Nullable Neighbors neighbors;

  public Session(Model model, boolean coloured) {
    this.model = model;
    this.coloured = coloured;
  }

  /** Whether tables may be in colour. */
  public boolean isColoured() {
    return coloured;
  }

  public Model model() {
    return model;
  }

  /** The search, made when it is first asked for: of subwords it computes all vectors. */
  public Neighbors neighbors() {
    if (neighbors == null) {
      neighbors = model.neighbors();
    }
    return neighbors;
  }
}
