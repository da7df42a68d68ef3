package org.wordvec.library;

import org.jspecify.annotations.Nullable;

/** Frees what a model owns, once. */
final class Release {
  private @Nullable Runnable action;

  Release(Runnable action) {
    this.action = action;
  }

  synchronized void run() {
    if (action != null) {
      action.run();
      action = null;
    }
  }
}
