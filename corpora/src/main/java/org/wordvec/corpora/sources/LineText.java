package org.wordvec.corpora.sources;

import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.TextBlock;

/** Extracts the text from lines of a structured format. Not safe for use by several threads. */
public sealed interface LineText permits JsonField, ArticleText {
  /**
   * Appends the text of a line, if it has any, and a line feed.
   *
   * @param start index of the line in the block
   * @param end index of its line feed
   */
  void extract(TextBlock block, int start, int end, TextBlock out) throws CorpusException;
}
