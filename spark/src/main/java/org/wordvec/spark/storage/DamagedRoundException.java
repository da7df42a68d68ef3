package org.wordvec.spark.storage;

import java.io.IOException;

/** Thrown when a stored round is not as it was written; an older round may be intact. */
public final class DamagedRoundException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedRoundException(String message, Throwable cause) {
    super(message, cause);
  }

  DamagedRoundException(String message) {
    super(message);
  }
}
