package org.wordvec.library.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import org.wordvec.library.Quantity;
import org.wordvec.vectors.WordVectors;

/** Opens and checks the initial vectors of FastText. */
final class Pretrained {
  private Pretrained() {}

  /**
   * Opens a file of vectors; returns null if there is none.
   *
   * @throws IllegalArgumentException if its dimensions differ from the model's
   */
  static @Nullable WordVectors open(@Nullable Path path, FastTextConfig config, TrainingRun run)
      throws IOException {
    if (path == null) {
      return null;
    }
    Model model = Models.open(path, run.arena());
    model.notes().forEach(note -> run.listener().problem(path, note));
    WordVectors vectors = model.vectors();
    int dimensions = config.prediction().dimensions();
    if (vectors.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: the pretrained vectors have %d dimensions, the model %d; use --dim %d",
              path,
              vectors.dimensions(),
              dimensions,
              vectors.dimensions()));
    }
    return vectors;
  }

  /**
   * Notes how many words have an initial vector.
   *
   * @throws FailedException if none has
   */
  static void check(@Nullable WordVectors vectors, Vocabulary vocabulary, TrainingRun run) {
    if (vectors == null) {
      return;
    }
    int count = FastText.countPretrained(vectors, vocabulary);
    if (count == 0) {
      throw new FailedException(
          "--pretrained has none of the vocabulary's %s; is it in another language or case?"
              .formatted(Quantity.of(vocabulary.size(), "word")));
    }
    run.note(
        String.format(
            Locale.ROOT,
            "%,d of %s are initialised from --pretrained, the others at random",
            count,
            Quantity.of(vocabulary.size(), "word")));
  }
}
