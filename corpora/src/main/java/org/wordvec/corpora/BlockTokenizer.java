package org.wordvec.corpora;

/** Turns blocks of text into runs of token numbers. Each worker has its own. */
sealed interface BlockTokenizer permits WhitespaceScanner, LineTokenizer {
  /** Stands for the end of a line among the token numbers. */
  int LINE_END = -1;

  /**
   * The numbers of a block's tokens, with {@link #LINE_END} behind each line that has any.
   *
   * @throws CorpusException if the text holds a NUL byte or, in strict mode, is not valid UTF-8
   */
  int[] tokenize(TextBlock block) throws CorpusException;

  /** Tokens seen in all blocks so far. */
  long tokens();

  /** What a tokenization needs, for blocks of up to so many bytes. */
  static BlockTokenizer of(Tokenization tokenization, TokenTable table, int capacity) {
    return switch (tokenization.segmentation()) {
      case Segmentation.Whitespace whitespace ->
          new WhitespaceScanner(
              table, tokenization.encodingErrors() == EncodingErrors.STRICT, capacity);
      case Segmentation.Named named ->
          new LineTokenizer(named.factory().create(), tokenization.encodingErrors(), table);
    };
  }
}
