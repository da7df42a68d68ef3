package org.wordvec.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.FailedException;
import org.wordvec.cli.base.Model;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.Quantity;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.vectors.WordVectors;

/** Vectors that a training of FastText starts from. */
final class Pretrained {
  private Pretrained() {}

  /** Opens a file, if there is one, whose vectors must be as long as the model's. */
  static @Nullable WordVectors open(
      @Nullable Path path, FastTextConfig config, Arena arena, Terminal terminal)
      throws IOException {
    if (path == null) {
      return null;
    }
    WordVectors vectors = Model.open(path, arena).announced(path, terminal).vectors();
    int dimensions = config.prediction().dimensions();
    if (vectors.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: the pretrained vectors have %d dimensions, the model %d; give --dim %d",
              path,
              vectors.dimensions(),
              dimensions,
              vectors.dimensions()));
    }
    return vectors;
  }

  /** Says how many words start from them. */
  static void check(@Nullable WordVectors vectors, Vocabulary vocabulary, Notes notes) {
    if (vectors == null) {
      return;
    }
    int count = FastText.countPretrained(vectors, vocabulary);
    if (count == 0) {
      throw new FailedException(
          "--pretrained has none of the vocabulary's %s; is it of another language or case?"
              .formatted(Quantity.of(vocabulary.size(), "word")));
    }
    notes.say(
        String.format(
            Locale.ROOT,
            "%,d of %s start from --pretrained, the others at random",
            count,
            Quantity.of(vocabulary.size(), "word")));
  }
}
