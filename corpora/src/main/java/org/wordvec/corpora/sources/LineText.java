package org.wordvec.corpora.sources;

import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.TextBlock;

/** Finds the text in a line of a format whose lines are more than text. One for each worker. */
public sealed interface LineText permits JsonField, ArticleText {
  /**
   * Appends the text of a line and a line feed, if it has any.
   *
   * @param end where the line feed is
   */
  void extract(TextBlock block, int start, int end, TextBlock out) throws CorpusException;
}
