package org.wordvec.corpora;

/**
 * How text becomes sentences of tokens: a line is a sentence.
 *
 * @param segmentation how a line is cut
 * @param lowercase whether words are folded to lower case, by the root locale's rules
 * @param encodingErrors what to do with a token that is not valid UTF-8
 * @param maximumSentenceLength tokens after which a long line is cut; the rest begins a new
 *     sentence, so no token is lost
 */
public record Tokenization(
    Segmentation segmentation,
    boolean lowercase,
    EncodingErrors encodingErrors,
    int maximumSentenceLength) {
  /** word2vec.c's MAX_SENTENCE_LENGTH. */
  public static final int DEFAULT_MAXIMUM_SENTENCE_LENGTH = 1000;

  /** Text as it is, strict UTF-8, lines cut at white space and at 1,000 tokens. */
  public static final Tokenization DEFAULT =
      new Tokenization(
          Segmentation.WHITESPACE, false, EncodingErrors.STRICT, DEFAULT_MAXIMUM_SENTENCE_LENGTH);

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

  /** The same with lines cut otherwise. */
  public Tokenization with(Segmentation other) {
    return new Tokenization(other, lowercase, encodingErrors, maximumSentenceLength);
  }

  /** The same with another answer to malformed text. */
  public Tokenization with(EncodingErrors other) {
    return new Tokenization(segmentation, lowercase, other, maximumSentenceLength);
  }

  /** The same with another greatest length of a sentence. */
  public Tokenization withMaximumSentenceLength(int other) {
    return new Tokenization(segmentation, lowercase, encodingErrors, other);
  }
}
