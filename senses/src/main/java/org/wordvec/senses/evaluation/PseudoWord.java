package org.wordvec.senses.evaluation;

/**
 * Words that are taken for one, so that the true sense of each occurrence is known (Schütze 1992;
 * Gale, Church and Yarowsky 1992); or a single word, to see whether it stays whole.
 */
public final class PseudoWord {
  /** Number of bands of frequency. */
  public static final int BANDS = 3;

  private final Kind kind;
  private final int band;
  private final int[] words;

  /**
   * Creates a pseudo-word.
   *
   * @param words one or more; not modified
   */
  public PseudoWord(Kind kind, int band, int... words) {
    this.kind = kind;
    this.band = band;
    this.words = words.clone();
  }

  /** Returns how the words were chosen. */
  public Kind kind() {
    return kind;
  }

  /** Returns the band of frequency, 0 to {@value #BANDS} − 1, the rarest first. */
  public int band() {
    return band;
  }

  /** Returns the words, one or more. */
  public int[] words() {
    return words.clone();
  }

  /** How the words of a pseudo-word were chosen. */
  public enum Kind {
    /** Two words that have nothing to do with each other. */
    FAR,
    /** Two related words. */
    NEAR,
    /** Three words that have nothing to do with each other. */
    TRIPLE,
    /** One word as it is. */
    CONTROL
  }
}
