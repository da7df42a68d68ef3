package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import org.wordvec.corpora.words.Vocabulary;

/** What one training learns from, once it has been read. */
public interface TrainingData extends AutoCloseable {
  /** Returns the words that get a vector. */
  Vocabulary vocabulary();

  /** Returns the bytes that this takes outside the heap. */
  long bytes();

  /** Returns what was read, for people: {@code 1,234 tokens}. */
  String size();

  /** Returns the counts of a report by their keys: {@code tokens}, {@code entries}. */
  Map<String, Object> counts();

  /** Returns how long reading took. */
  StageSeconds seconds();

  /** Frees what the arena of the run does not own. */
  @Override
  default void close() throws IOException {}
}
