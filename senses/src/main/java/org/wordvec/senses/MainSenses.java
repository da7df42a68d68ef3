package org.wordvec.senses;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;

/** Vectors of words, each that of its most frequent sense, under the name of the word. */
public final class MainSenses {
  private MainSenses() {}

  /**
   * Returns the vectors of main senses, in the order of those that are given: the most frequent
   * first.
   *
   * @param vectors of senses
   * @param arena owns the copied vectors
   */
  public static WordVectors of(SenseInventory inventory, WordVectors vectors, Arena arena) {
    Map<Integer, byte[]> main = new HashMap<>();
    for (int word = 0; word < inventory.words().size(); word++) {
      int row = vectors.words().indexOf(inventory.name(word, 0));
      if (row >= 0) {
        main.put(row, inventory.words().utf8(word));
      }
    }
    WordList.Builder words = new WordList.Builder();
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < vectors.size(); row++) {
      byte[] word = main.get(row);
      if (word != null) {
        words.add(word, 0, word.length);
        rows.add(row);
      }
    }
    Matrix matrix = Matrix.allocate(arena, rows.size(), vectors.dimensions());
    for (int i = 0; i < rows.size(); i++) {
      matrix.setRow(i, vectors.matrix().row(rows.get(i)));
    }
    vectors.requireUnchanged();
    return new WordVectors(words.build(), matrix);
  }
}
