package org.wordvec.corpora.tokenizing;

import org.wordvec.corpora.reading.EncodingErrors;

/**
 * How text becomes sentences of words; a line is a sentence.
 *
 * @param segmentation how a line is split into tokens
 * @param characters normalization of characters, before the line is split
 * @param words normalization of words, after the line is split
 * @param encodingErrors how a token that is not valid UTF-8 is handled
 * @param maximumSentenceLength number of tokens after which a long line is split, 2 or more; the
 *     remainder begins a new sentence, so no token is lost
 */
public record Tokenization(
    Segmentation segmentation,
    CharacterNormalization characters,
    WordNormalization words,
    EncodingErrors encodingErrors,
    int maximumSentenceLength) {
  /** word2vec.c's MAX_SENTENCE_LENGTH. */
  public static final int DEFAULT_MAXIMUM_SENTENCE_LENGTH = 1000;

  /**
   * No normalization, strict UTF-8, tokens separated by white space, at most 1,000 tokens per
   * sentence.
   */
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
   * @throws IllegalArgumentException if it is less than 2, as a sentence of one word has no context
   */
  public Tokenization {
    if (maximumSentenceLength < 2) {
      throw new IllegalArgumentException(
          "the maximum sentence length must be at least 2, not " + maximumSentenceLength);
    }
  }

  /** Returns this tokenization with another segmentation. */
  public Tokenization with(Segmentation other) {
    return new Tokenization(other, characters, words, encodingErrors, maximumSentenceLength);
  }

  /** Returns this tokenization with another normalization of characters. */
  public Tokenization with(CharacterNormalization other) {
    return new Tokenization(segmentation, other, words, encodingErrors, maximumSentenceLength);
  }

  /** Returns this tokenization with another normalization of words. */
  public Tokenization with(WordNormalization other) {
    return new Tokenization(segmentation, characters, other, encodingErrors, maximumSentenceLength);
  }

  /** Returns this tokenization with another handling of malformed text. */
  public Tokenization with(EncodingErrors other) {
    return new Tokenization(segmentation, characters, words, other, maximumSentenceLength);
  }

  /** Returns this tokenization with another maximum sentence length. */
  public Tokenization withMaximumSentenceLength(int other) {
    return new Tokenization(segmentation, characters, words, encodingErrors, other);
  }
}
