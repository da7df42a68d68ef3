package org.wordvec.library.training;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/**
 * The context of a strategy in one run of the pipeline.
 *
 * @param settings of the training
 * @param arena owner of off-heap memory until the outputs are written
 * @param listener receives progress and notes
 */
public record TrainingRun(TrainingSettings settings, Arena arena, TrainingListener listener) {
  /** Returns the given vocabulary, if any. */
  Optional<Vocabulary> givenVocabulary(VocabularyLimits limits) throws IOException {
    return settings.files().vocabulary(limits);
  }

  /** Returns the checkpoints. */
  TrainingCheckpoints checkpoints() {
    return settings.checkpoints();
  }

  /** Passes a note to the listener. */
  void note(String line) {
    listener.note(line);
  }
}
