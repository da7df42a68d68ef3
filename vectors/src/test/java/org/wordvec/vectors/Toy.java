package org.wordvec.vectors;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;

/** Words around a few directions. */
public final class Toy {
  private final WordList.Builder words = new WordList.Builder();
  private final List<float[]> rows = new ArrayList<>();
  private final Random random;

  /** With a seed for the scatter. */
  public Toy(long seed) {
    random = new Random(seed);
  }

  /** A word at an exact place. */
  public Toy word(String word, float... vector) {
    words.add(word);
    rows.add(vector);
    return this;
  }

  /** A word at an exact place by its bytes, which need not be UTF-8. */
  public Toy word(byte[] word, float... vector) {
    words.add(word, 0, word.length);
    rows.add(vector);
    return this;
  }

  /** Words {@code name0, name1, …} scattered around a place. */
  public Toy around(String name, int count, float... centre) {
    for (int i = 0; i < count; i++) {
      float[] row = centre.clone();
      for (int d = 0; d < row.length; d++) {
        row[d] += (float) (0.1 * random.nextGaussian());
      }
      word(name + i, row);
    }
    return this;
  }

  /** The model, which lives as long as the arena. */
  public WordVectors vectors(Arena arena) {
    Matrix matrix = Matrix.allocate(arena, rows.size(), rows.getFirst().length);
    for (int i = 0; i < rows.size(); i++) {
      matrix.setRow(i, rows.get(i));
    }
    return new WordVectors(words.build(), matrix);
  }
}
