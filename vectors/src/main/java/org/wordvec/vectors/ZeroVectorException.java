package org.wordvec.vectors;

import java.io.Serial;
import org.wordvec.corpora.reading.PrintableText;

/** A cosine was asked for of a vector that is all zeros, which has no direction. */
public final class ZeroVectorException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private ZeroVectorException(String message) {
    super(message);
  }

  /** For the vector of a word. */
  public static ZeroVectorException ofWord(String word) {
    return new ZeroVectorException(
        "the vector of \"%s\" is zero, so that it is near no word"
            .formatted(PrintableText.of(word)));
  }

  /** For a vector that has no name, such as a sum. */
  public static ZeroVectorException of(String what) {
    return new ZeroVectorException(what + " is zero, so that it is near no word");
  }
}
