package org.wordvec.corpora.tokenizing;

import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.corpora.sources.LineText;
import org.wordvec.corpora.text.TextBlock;

/** Extracts the text from the lines of a block and tokenizes it. */
final class ExtractingTokenizer implements BlockTokenizer {
  private final LineText lines;
  private final BlockTokenizer tokenizer;
  private final TextBlock text;

  ExtractingTokenizer(LineText lines, BlockTokenizer tokenizer, int capacity) {
    this.lines = lines;
    this.tokenizer = tokenizer;
    this.text = new TextBlock(capacity);
  }

  @Override
  public int[] tokenize(TextBlock block) throws TextFileException {
    text.clear();
    text.source = block.source;
    text.offset = block.offset;
    int start = 0;
    while (start < block.length) {
      int end = start;
      while (block.bytes[end] != '\n') {
        end++;
      }
      lines.extract(block, start, Math.min(end, block.length), text);
      start = end + 1;
    }
    text.pad();
    return tokenizer.tokenize(text);
  }

  @Override
  public long tokens() {
    return tokenizer.tokens();
  }

  @Override
  public long lines() {
    return tokenizer.lines();
  }
}
