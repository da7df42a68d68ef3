package org.wordvec.corpora;

/**
 * How text becomes sentences of tokens: a line is a sentence, and bytes up to 0x20 (ASCII white
 * space and control characters) separate tokens.
 *
 * @param lowercase whether words are folded to lower case, by the root locale's rules
 * @param encodingErrors what to do with a token that is not valid UTF-8
 * @param maximumSentenceLength tokens after which a long line is cut; the rest begins a new
 *     sentence, so no token is lost
 */
public record Tokenization(
    boolean lowercase, EncodingErrors encodingErrors, int maximumSentenceLength) {
  /** word2vec.c's MAX_SENTENCE_LENGTH. */
  public static final int DEFAULT_MAXIMUM_SENTENCE_LENGTH = 1000;

  /** Text as it is, strict UTF-8, lines cut at 1,000 tokens. */
  public static final Tokenization DEFAULT =
      new Tokenization(false, EncodingErrors.STRICT, DEFAULT_MAXIMUM_SENTENCE_LENGTH);

  /**
   * Checks the sentence length.
   *
   * @throws IllegalArgumentException if it is less than 2: a sentence of one word teaches nothing
   */
  public Tokenization {
    if (maximumSentenceLength < 2) {
      throw new IllegalArgumentException(
          "the maximum sentence length must be at least 2, not " + maximumSentenceLength);
    }
  }
}
