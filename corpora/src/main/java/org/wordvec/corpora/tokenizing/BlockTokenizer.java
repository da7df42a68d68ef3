package org.wordvec.corpora.tokenizing;

import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.corpora.sources.ArticleText;
import org.wordvec.corpora.sources.JsonField;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.words.TokenTable;

/**
 * Converts blocks of text to token numbers. Not safe for use by several threads: each worker has
 * its own.
 */
public sealed interface BlockTokenizer
    permits WhitespaceScanner, LineTokenizer, ExtractingTokenizer {
  /** Marks the end of a line among the token numbers. */
  int LINE_END = -1;

  /**
   * Returns the numbers of a block's tokens, with {@link #LINE_END} after each line that has any.
   *
   * @throws TextFileException if, in strict mode, the text contains a NUL byte or is not valid
   *     UTF-8
   */
  int[] tokenize(TextBlock block) throws TextFileException;

  /** Returns the number of tokens in all blocks so far. */
  long tokens();

  /**
   * Returns the number of lines with tokens so far; a line that is longer than a block counts once
   * for each of its parts.
   */
  long lines();

  /**
   * Creates the tokenizer for a format and a tokenization.
   *
   * @param table counts and numbers the tokens
   * @param capacity expected number of bytes of a block
   */
  static BlockTokenizer of(
      SourceFormat format, Tokenization tokenization, TokenTable table, int capacity) {
    BlockTokenizer words = of(tokenization, table, capacity);
    return switch (format) {
      case SourceFormat.Plain plain -> words;
      case SourceFormat.Csv csv -> words;
      case SourceFormat.JsonLines json ->
          new ExtractingTokenizer(
              new JsonField(json.field(), tokenization.encodingErrors()), words, capacity);
      case SourceFormat.Wikipedia wikipedia ->
          new ExtractingTokenizer(new ArticleText(tokenization.encodingErrors()), words, capacity);
    };
  }

  private static BlockTokenizer of(Tokenization tokenization, TokenTable table, int capacity) {
    EncodingErrors errors = tokenization.encodingErrors();
    return switch (tokenization.segmentation()) {
      case Segmentation.Whitespace whitespace ->
          new WhitespaceScanner(
              table, whitespace.asciiOnly(), errors == EncodingErrors.STRICT, capacity);
      case Segmentation.Named named ->
          new LineTokenizer(named.factory().create(), tokenization.characters(), errors, table);
    };
  }
}
