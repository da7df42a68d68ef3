package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.ModelMemory;

/** Removes rows whose word an earlier row has, so that each word has one vector. */
final class DuplicateWords {
  private DuplicateWords() {}

  /**
   * Returns an opened file without rows of repeated words. If there are any, the other rows are
   * read into memory.
   *
   * @param path file name for messages
   * @param arena owns the rows in memory
   */
  static VectorFormat.Opened remove(VectorFormat.Opened opened, Path path, Arena arena)
      throws IOException {
    WordVectors vectors = opened.vectors();
    BitSet repeated = vectors.words().repeated();
    if (repeated.isEmpty()) {
      return opened;
    }
    int first = repeated.nextSetBit(0);
    List<String> notes = new ArrayList<>(opened.notes());
    int count = repeated.cardinality();
    notes.add(
        (count == 1 ? "1 row is" : count + " rows are")
            + " left out, since an earlier row has the same word; the first is row "
            + (first + 1)
            + ", \""
            + vectors.words().word(first)
            + "\"");
    return new VectorFormat.Opened(opened.format(), without(vectors, repeated, path, arena), notes);
  }

  private static WordVectors without(WordVectors vectors, BitSet repeated, Path path, Arena arena)
      throws IOException {
    int rows = vectors.size() - repeated.cardinality();
    Matrix matrix = new ModelMemory(path).allocate(arena, rows, vectors.dimensions());
    WordList.Builder words = new WordList.Builder();
    for (int row = repeated.nextClearBit(0);
        row < vectors.size();
        row = repeated.nextClearBit(row + 1)) {
      byte[] word = vectors.words().utf8(row);
      matrix.setRow(words.size(), vectors.matrix().row(row));
      words.add(word, 0, word.length);
    }
    return new WordVectors(words.build(), matrix);
  }
}
