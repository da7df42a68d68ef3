package org.wordvec.vectors;

import java.io.Serial;
import org.wordvec.corpora.reading.PrintableText;

/** Thrown if a cosine is requested for a vector that is all zeros, which has no direction. */
public final class ZeroVectorException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private ZeroVectorException(String message) {
    super(message);
  }

  /** Creates an exception about the vector of a word. */
  public static ZeroVectorException ofWord(String word) {
    return new ZeroVectorException(
        "the vector of \"%s\" is zero, so it has no nearest neighbours"
            .formatted(PrintableText.of(word)));
  }

  /**
   * Creates an exception about another vector, such as a sum.
   *
   * @param what name of the vector in the message
   */
  public static ZeroVectorException of(String what) {
    return new ZeroVectorException(what + " is zero, so it has no nearest neighbours");
  }
}
