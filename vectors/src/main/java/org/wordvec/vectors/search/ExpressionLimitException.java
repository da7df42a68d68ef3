package org.wordvec.vectors.search;

import java.io.Serial;

/**
 * Thrown if a regular expression takes too long or needs too much stack. The message is one line.
 */
public final class ExpressionLimitException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  ExpressionLimitException(String message) {
    super(message);
  }
}
