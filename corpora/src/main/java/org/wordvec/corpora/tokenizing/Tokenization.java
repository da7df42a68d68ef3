package org.wordvec.corpora.tokenizing;

import org.wordvec.corpora.reading.EncodingErrors;

/**
 * How text becomes sentences of words: a line is a sentence.
 *
 * @param segmentation how a line is cut
 * @param characters what becomes of characters, before the line is cut
 * @param words what becomes of words, after it is cut
 * @param encodingErrors what to do with a token that is not valid UTF-8
 * @param maximumSentenceLength tokens after which a long line is cut; the rest begins a new
 *     sentence, so no token is lost
 */
public record Tokenization(
    Segmentation segmentation,
    CharacterNormalization characters,
    WordNormalization words,
    EncodingErrors encodingErrors,
    int maximumSentenceLength) {
  /** word2vec.c's MAX_SENTENCE_LENGTH. */
  public static final int DEFAULT_MAXIMUM_SENTENCE_LENGTH = 1000;

  /** Text as it is, strict UTF-8, lines cut at white space and at 1,000 tokens. */
  public static final Tokenization DEFAULT =
      new Tokenization(
          Segmentation.WHITESPACE,
          CharacterNormalization.AS_WRITTEN,
          WordNormalization.AS_WRITTEN,
          EncodingErrors.STRICT,
          DEFAULT_MAXIMUM_SENTENCE_LENGTH);

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
    return new Tokenization(other, characters, words, encodingErrors, maximumSentenceLength);
  }

  /** The same with characters of another form. */
  public Tokenization with(CharacterNormalization other) {
    return new Tokenization(segmentation, other, words, encodingErrors, maximumSentenceLength);
  }

  /** The same with words of another form. */
  public Tokenization with(WordNormalization other) {
    return new Tokenization(segmentation, characters, other, encodingErrors, maximumSentenceLength);
  }

  /** The same with another answer to malformed text. */
  public Tokenization with(EncodingErrors other) {
    return new Tokenization(segmentation, characters, words, other, maximumSentenceLength);
  }

  /** The same with another greatest length of a sentence. */
  public Tokenization withMaximumSentenceLength(int other) {
    return new Tokenization(segmentation, characters, words, encodingErrors, other);
  }
}
