package org.wordvec.corpora.phrases;

/** How surely two words that stand together are a phrase. */
public enum PhraseScore {
  /**
   * {@code (count(ab) - minimum) / (count(a) count(b)) N} with N words of text: Mikolov et al.,
   * Distributed Representations of Words and Phrases and their Compositionality, 2013, as
   * word2phrase scales it.
   */
  DISCOUNTED {
    @Override
    double of(long both, long first, long second, long words, long minimum) {
      return (both - minimum) / (double) first / second * words;
    }
  },
  /**
   * Normalised pointwise mutual information, {@code ln(p(ab) / (p(a) p(b))) / -ln p(ab)}, from -1
   * (never together) to 1 (never apart): Bouma, Normalized (Pointwise) Mutual Information in
   * Collocation Extraction, 2009. Of pairs rarer than the minimum it is -1.
   */
  NPMI {
    @Override
    double of(long both, long first, long second, long words, long minimum) {
      if (both < minimum) {
        return -1;
      }
      double together = (double) both / words;
      double apart = (double) first / words * second / words;
      return both == words ? 1 : Math.log(together / apart) / -Math.log(together);
    }
  };

  /** The score of a pair; phrases are those above a threshold. */
  abstract double of(long both, long first, long second, long words, long minimum);
}
