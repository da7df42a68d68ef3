package org.wordvec.senses.induction;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;

/**
 * The trees of all words as rows, one for each cluster: the clusters of a word one after another,
 * the words in their order. Its arrays must not be modified.
 */
public final class TreeTable {
  private static final int COLUMNS = 5;
  private static final int HALF_BITS = 16;
  private static final int HALF = (1 << HALF_BITS) - 1;

  private final int[] words;
  private final int[] parents;
  private final float[] separations;
  private final float[] shares;
  private final IntFunction<float[]> means;

  /**
   * Creates a table.
   *
   * @param words of the rows
   * @param parents of the rows
   * @param separations of the rows
   * @param shares of the rows
   * @param means returns the mean of a row
   */
  public TreeTable(
      int[] words, int[] parents, float[] separations, float[] shares, IntFunction<float[]> means) {
    this.words = words;
    this.parents = parents;
    this.separations = separations;
    this.shares = shares;
    this.means = means;
  }

  /** Returns the word of each row. */
  public int[] words() {
    return words;
  }

  /** Returns for each row the cluster of the word that it was divided from; −1 for its first. */
  public int[] parents() {
    return parents;
  }

  /** Returns for each row the separation of the step that made it; 0 for the first of a word. */
  public float[] separations() {
    return separations;
  }

  /** Returns for each row its share in the contexts of the word. */
  public float[] shares() {
    return shares;
  }

  /** Returns what returns the mean of a row's contexts, with values of half precision. */
  public IntFunction<float[]> means() {
    return means;
  }

  /**
   * Returns the table of trees.
   *
   * @param trees of all words; null for those that have none
   */
  public static TreeTable of(@Nullable SenseTree[] trees) {
    List<float[]> means = new ArrayList<>();
    for (SenseTree tree : trees) {
      means.addAll(tree == null ? List.of() : tree.means());
    }
    TreeTable table = allocate(means.size(), means::get);
    int row = 0;
    for (int word = 0; word < trees.length; word++) {
      SenseTree tree = trees[word];
      for (int cluster = 0; tree != null && cluster < tree.size(); cluster++) {
        table.words[row] = word;
        table.parents[row] = cluster == 0 ? -1 : tree.parents()[cluster - 1];
        table.separations[row] = cluster == 0 ? 0 : tree.separations()[cluster - 1];
        table.shares[row++] = tree.shares()[cluster];
      }
    }
    return table;
  }

  /** Creates a table of zeros, for {@link #setColumns}. */
  public static TreeTable allocate(int rows, IntFunction<float[]> means) {
    return new TreeTable(new int[rows], new int[rows], new float[rows], new float[rows], means);
  }

  /** Returns the number of rows. */
  public int rows() {
    return words.length;
  }

  /**
   * Returns the tree of a word, or null.
   *
   * @throws IllegalArgumentException if its rows form no tree, naming the first that does not
   *     belong
   */
  public @Nullable SenseTree tree(int word) {
    int found = Arrays.binarySearch(words, word);
    if (found < 0) {
      return null;
    }
    int first = found;
    while (first > 0 && words[first - 1] == word) {
      first--;
    }
    int end = found + 1;
    while (end < rows() && words[end] == word) {
      end++;
    }
    List<float[]> centres = new ArrayList<>();
    for (int row = first; row < end; row++) {
      boolean isRoot = row == first && parents[row] == -1;
      boolean isPart = row > first && parents[row] >= 0 && parents[row] < row - first;
      if (!(isRoot || isPart) || !(shares[row] > 0 && shares[row] <= 1)) {
        throw new IllegalArgumentException("cluster " + row + " is not a part of its word");
      }
      centres.add(means.apply(row));
    }
    return new SenseTree(
        Arrays.copyOfRange(parents, first + 1, end),
        Arrays.copyOfRange(separations, first + 1, end),
        Arrays.copyOfRange(shares, first, end),
        centres);
  }

  /**
   * Returns all columns but the means as a matrix that a checkpoint can keep.
   *
   * @param arena owns it
   */
  public Matrix columns(Arena arena) {
    Matrix columns = Matrix.allocate(arena, rows(), COLUMNS);
    for (int row = 0; row < rows(); row++) {
      // A float32 holds 24 bits of an integer.
      columns.setRow(
          row,
          new float[] {
            (float) (words[row] >> HALF_BITS),
            words[row] & HALF,
            parents[row],
            separations[row],
            shares[row]
          });
    }
    return columns;
  }

  /** Sets all columns but the means from such a matrix. */
  public void setColumns(Matrix columns) {
    for (int row = 0; row < rows(); row++) {
      float[] values = columns.row(row);
      words[row] = ((int) values[0] << HALF_BITS) | (int) values[1];
      parents[row] = (int) values[2];
      separations[row] = values[3];
      shares[row] = values[4];
    }
  }
}
