package org.wordvec.senses;

import java.util.Arrays;

/**
 * The senses of all words that have several, as rows: those of a word one after another, the most
 * frequent first, and the words in their order. Its arrays must not be modified.
 */
public final class SenseTable {
  private final int[] words;
  private final int[] clusters;
  private final float[] shares;

  /**
   * Creates a table.
   *
   * @param words of the rows
   * @param clusters of the rows
   * @param shares of the rows
   */
  public SenseTable(int[] words, int[] clusters, float[] shares) {
    this.words = words;
    this.clusters = clusters;
    this.shares = shares;
  }

  /** Returns the word of each row. */
  public int[] words() {
    return words;
  }

  /** Returns for each row which cluster of its word's division the sense is. */
  public int[] clusters() {
    return clusters;
  }

  /** Returns for each row the share of the sense in the occurrences of the word. */
  public float[] shares() {
    return shares;
  }

  /** Returns the number of senses of a word, 1 if it is not in the table. */
  public int senses(int word) {
    return Math.max(1, end(word) - first(word));
  }

  /** Returns the clusters of a word's senses; {@code {0}} if it is not in the table. */
  public int[] clusters(int word) {
    int first = first(word);
    return first == words.length || words[first] != word
        ? new int[1]
        : Arrays.copyOfRange(clusters, first, end(word));
  }

  /** Returns the shares of a word's senses; {@code {1}} if it is not in the table. */
  public float[] shares(int word) {
    int first = first(word);
    return first == words.length || words[first] != word
        ? new float[] {1}
        : Arrays.copyOfRange(shares, first, end(word));
  }

  private int first(int word) {
    int found = Arrays.binarySearch(words, word);
    while (found > 0 && words[found - 1] == word) {
      found--;
    }
    return found < 0 ? words.length : found;
  }

  private int end(int word) {
    int end = first(word);
    while (end < words.length && words[end] == word) {
      end++;
    }
    return end;
  }
}
