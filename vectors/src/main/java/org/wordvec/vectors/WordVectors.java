package org.wordvec.vectors;

import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.MappedRows;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;

/**
 * Words and their vectors. Row {@code i} of the matrix belongs to word {@code i}; trained models
 * are ordered by falling frequency. The vectors are in memory or in a mapped file; then a vector is
 * read, and its damage detected, on access.
 *
 * <p>The matrix is never modified here, and several threads may read. The vectors are valid as long
 * as the arena of the matrix or the mapped file.
 *
 * @param words the words
 * @param matrix the vectors: {@code [words, dimensions]}
 */
public record WordVectors(WordList words, FloatRows matrix) {
  /**
   * Joins words and rows.
   *
   * @throws IllegalArgumentException if the numbers of words and rows differ
   */
  public WordVectors {
    if (words.size() != matrix.rows()) {
      throw new IllegalArgumentException(
          words.size() + " words do not match the " + matrix.rows() + " rows of the matrix");
    }
  }

  /** Returns the number of words. */
  public int size() {
    return words.size();
  }

  /** Returns the length of a vector. */
  public int dimensions() {
    return matrix.dimensions();
  }

  /** Returns whether the vectors are in a mapped file and are read on access. */
  public boolean isMapped() {
    return matrix instanceof MappedRows;
  }

  /** Returns whether the vector with this id is all zeros. */
  public boolean isZero(int id) {
    return Geometry.isZero(matrix.row(id));
  }

  /**
   * Checks that the mapped file, if any, was not modified since it was opened.
   *
   * @throws java.io.UncheckedIOException if the file was truncated or overwritten
   */
  public void requireUnchanged() {
    matrix.requireUnchanged();
  }

  /**
   * Returns a copy of a word's vector, or nothing if the word is unknown.
   *
   * @throws java.io.UncheckedIOException if the vector is in a file and contains NaN or an infinite
   *     value
   */
  public Optional<float[]> vector(String word) {
    int id = words.indexOf(word);
    return id < 0 ? Optional.empty() : Optional.of(matrix.row(id));
  }

  /**
   * Returns copies of the words with the given ids and of their vectors, in that order.
   *
   * @param ids from 0 to {@link #size()} − 1
   * @param arena owns the copied vectors: {@code ids.length × dimensions} floats
   * @throws IndexOutOfBoundsException if an id is out of range
   * @throws java.io.UncheckedIOException if the vectors are in a file that changed in the meantime
   */
  public WordVectors select(int[] ids, Arena arena) {
    Matrix rows = Matrix.allocate(arena, ids.length, dimensions());
    for (int i = 0; i < ids.length; i++) {
      rows.setRow(i, matrix.row(ids[i]));
    }
    requireUnchanged();
    return new WordVectors(words.select(ids), rows);
  }
}
