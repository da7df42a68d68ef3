package org.wordvec.vectors;

import java.io.Serial;
import org.wordvec.corpora.reading.PrintableText;

/** Thrown if a requested word has no vector. */
public final class UnknownWordException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private final String word;

  /** Creates an exception for a word that has no vector. */
  public UnknownWordException(String word) {
    super("the vocabulary has no word \"" + PrintableText.of(word) + '"');
    this.word = word;
  }

  /** Returns the word. */
  public String word() {
    return word;
  }
}
