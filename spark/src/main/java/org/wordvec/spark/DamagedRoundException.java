package org.wordvec.spark;

import java.io.IOException;

/** What was kept of a round is not what was written: an older round may do. */
final class DamagedRoundException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedRoundException(String message, Throwable cause) {
    super(message, cause);
  }

  DamagedRoundException(String message) {
    super(message);
  }
}
