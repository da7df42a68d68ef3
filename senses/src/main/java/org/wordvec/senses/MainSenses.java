package org.wordvec.senses;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.stream.IntStream;
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
    int[] words = new int[vectors.size()];
    Arrays.fill(words, -1);
    for (int word = 0; word < inventory.words().size(); word++) {
      int row = vectors.words().indexOf(inventory.name(word, 0));
      if (row >= 0) {
        words[row] = word;
      }
    }
    int[] rows = IntStream.range(0, words.length).filter(row -> words[row] >= 0).toArray();
    int[] names = Arrays.stream(rows).map(row -> words[row]).toArray();
    return new WordVectors(inventory.words().select(names), vectors.select(rows, arena).matrix());
  }
}
