package org.wordvec.library.training;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/**
 * One run of the pipeline, as its strategy sees it.
 *
 * @param settings of the training
 * @param arena owns everything outside the heap until the outputs are written
 * @param listener receives progress and notes
 */
public record TrainingRun(TrainingSettings settings, Arena arena, TrainingListener listener) {
  /** Returns the vocabulary that was given, if one was. */
  Optional<Vocabulary> givenVocabulary(VocabularyLimits limits) throws IOException {
    return settings.files().vocabulary(limits);
  }

  /** Returns the checkpoints. */
  TrainingCheckpoints checkpoints() {
    return settings.checkpoints();
  }

  /** Passes a line on. */
  void note(String line) {
    listener.note(line);
  }
}
