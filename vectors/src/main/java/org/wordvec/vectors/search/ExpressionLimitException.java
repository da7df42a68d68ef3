package org.wordvec.vectors.search;

import java.io.Serial;

/** A regular expression takes too long or too much stack; the message is one line. */
public final class ExpressionLimitException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  ExpressionLimitException(String message) {
    super(message);
  }
}
