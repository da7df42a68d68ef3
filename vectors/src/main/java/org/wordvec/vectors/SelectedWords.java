package org.wordvec.vectors;

import java.lang.foreign.Arena;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;

/** Takes some of a model's words with their vectors. */
public final class SelectedWords {
  private SelectedWords() {}

  /**
   * Copies the words with the given ids, in that order: {@code rows × dimensions} floats, which
   * live as long as the arena.
   *
   * @throws IndexOutOfBoundsException if an id is none of the vocabulary's
   * @throws java.io.UncheckedIOException if the vectors are in a file that was changed meanwhile
   */
  public static WordVectors of(WordVectors vectors, int[] ids, Arena arena) {
    WordList.Builder words = new WordList.Builder();
    FloatRows source = vectors.matrix();
    Matrix rows = Matrix.allocate(arena, ids.length, source.dimensions());
    for (int i = 0; i < ids.length; i++) {
      byte[] word = vectors.words().utf8(ids[i]);
      words.add(word, 0, word.length);
      rows.setRow(i, source.row(ids[i]));
    }
    vectors.requireUnchanged();
    return new WordVectors(words.build(), rows);
  }
}
