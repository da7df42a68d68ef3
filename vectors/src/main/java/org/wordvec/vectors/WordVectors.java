package org.wordvec.vectors;

import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.MappedRows;
import org.wordvec.corpora.words.WordList;

/**
 * Words and their vectors: row {@code i} of the matrix belongs to word {@code i}, most frequent
 * first where a trainer made them. They are in memory, or where they lie in a mapped file; then a
 * vector is read, and found to be damaged, when it is asked for.
 *
 * <p>Immutable in use: nothing here writes the matrix, and several threads may read. The vectors
 * live as long as the arena that the matrix was allocated or the file was mapped in.
 */
public record WordVectors(WordList words, FloatRows matrix) {
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

  /** Whether the vectors stay in their file and are read when they are asked for. */
  public boolean isMapped() {
    return matrix instanceof MappedRows;
  }

  /** Whether the vector with this id is all zeros, so that it has no direction. */
  public boolean isZero(int id) {
    return Geometry.isZero(matrix.row(id));
  }

  /**
   * Checks that what was read so far was that of the file which was opened.
   *
   * @throws java.io.UncheckedIOException if the vectors are in a file that was cut or overwritten
   */
  public void requireUnchanged() {
    matrix.requireUnchanged();
  }

  /**
   * A copy of a word's vector, or nothing if the word is unknown.
   *
   * @throws java.io.UncheckedIOException if it is in a file and holds NaN or an infinite value
   */
  public Optional<float[]> vector(String word) {
    int id = words.indexOf(word);
    return id < 0 ? Optional.empty() : Optional.of(matrix.row(id));
  }
}
