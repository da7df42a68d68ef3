package org.wordvec.word2vec;

/** The approximation of the softmax over the whole vocabulary. */
public sealed interface Objective {
  /**
   * Negative sampling (Mikolov et al. 2013, arXiv:1310.4546, section 2.2): the true word against
   * {@code negatives} words drawn with probability proportional to count^{@code noiseExponent}.
   *
   * @param negatives noise words for each true word
   * @param noiseExponent 0 draws all words alike, 1 by frequency
   */
  record NegativeSampling(int negatives, double noiseExponent) implements Objective {
    /** word2vec.c's {@code -negative}. */
    public static final int DEFAULT_NEGATIVES = 5;

    /** word2vec.c's constant. */
    public static final double DEFAULT_NOISE_EXPONENT = 0.75;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if negatives is outside 1..1000 or the exponent not in -1..2
     */
    public NegativeSampling {
      if (negatives < 1 || negatives > 1000) {
        throw new IllegalArgumentException("negatives must be 1 to 1000, not " + negatives);
      }
      if (!(noiseExponent >= -1 && noiseExponent <= 2)) {
        throw new IllegalArgumentException(
            "the noise exponent must be -1 to 2, not " + noiseExponent);
      }
    }
  }

  /**
   * Hierarchical softmax (Morin and Bengio 2005; arXiv:1310.4546, section 2.1) over the Huffman
   * tree of the word counts.
   */
  record HierarchicalSoftmax() implements Objective {}
}
