package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import org.wordvec.corpora.words.Vocabulary;

/** The input of a training after it was read. */
public interface TrainingData extends AutoCloseable {
  /** Returns the words that get a vector. */
  Vocabulary vocabulary();

  /** Returns the bytes that this data takes outside the heap. */
  long bytes();

  /** Returns the size for display, such as {@code 1,234 tokens}. */
  String size();

  /** Returns the counts for the report by key, such as {@code tokens} or {@code entries}. */
  Map<String, Object> counts();

  /** Returns the time taken to read the data. */
  StageSeconds seconds();

  /** Frees resources that the arena of the run does not own. */
  @Override
  default void close() throws IOException {}
}
