package org.wordvec.vectors;

import java.util.Optional;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.WordList;

/**
 * Words and their vectors: row {@code i} of the matrix belongs to word {@code i}, most frequent
 * first where a trainer made them.
 *
 * <p>Immutable in use: nothing here writes the matrix, and several threads may read. The vectors
 * live as long as the arena that the matrix was allocated in.
 */
public record WordVectors(WordList words, Matrix matrix) {
  /**
   * Joins words and rows.
   *
   * @throws IllegalArgumentException if there are not as many words as rows
   */
  public WordVectors {
    if (words.size() != matrix.rows()) {
      throw new IllegalArgumentException(
          words.size() + " words cannot name the " + matrix.rows() + " rows of a matrix");
    }
  }

  /** Number of words. */
  public int size() {
    return words.size();
  }

  /** Length of a vector. */
  public int dimensions() {
    return matrix.dimensions();
  }

  /** A copy of a word's vector, or nothing if the word is unknown. */
  public Optional<float[]> vector(String word) {
    int id = words.indexOf(word);
    return id < 0 ? Optional.empty() : Optional.of(matrix.row(id));
  }
}
