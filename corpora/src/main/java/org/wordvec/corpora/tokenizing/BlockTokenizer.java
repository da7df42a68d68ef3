package org.wordvec.corpora.tokenizing;

import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.corpora.sources.ArticleText;
import org.wordvec.corpora.sources.JsonField;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.words.TokenTable;

/** Turns blocks of text into runs of token numbers. Each worker has its own. */
public sealed interface BlockTokenizer
    permits WhitespaceScanner, LineTokenizer, ExtractingTokenizer {
  /** Stands for the end of a line among the token numbers. */
  int LINE_END = -1;

  /**
   * The numbers of a block's tokens, with {@link #LINE_END} behind each line that has any.
   *
   * @throws TextFileException if, in strict mode, the text holds a NUL byte or is not valid UTF-8
   */
  int[] tokenize(TextBlock block) throws TextFileException;

  /** Tokens seen in all blocks so far. */
  long tokens();

  /**
   * Lines with tokens seen so far; one that is longer than a block counts for each of its parts.
   */
  long lines();

  /** What reading so needs, for blocks of up to so many bytes. */
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
