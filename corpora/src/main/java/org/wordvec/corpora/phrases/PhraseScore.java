package org.wordvec.corpora.phrases;

/** How two adjacent words are scored as a phrase. */
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
   * Collocation Extraction, 2009. Pairs that are rarer than the minimum score -1.
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

  /**
   * Returns the score of a pair.
   *
   * @param both count of the pair
   * @param first count of the first word
   * @param second count of the second word
   * @param words number of words of the text
   * @param minimum minimum count of phrases
   */
  abstract double of(long both, long first, long second, long words, long minimum);
}
