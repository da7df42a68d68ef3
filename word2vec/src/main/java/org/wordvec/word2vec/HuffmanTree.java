package org.wordvec.word2vec;

import java.util.Arrays;
import org.wordvec.compute.kernels.LogisticWindow;

/**
 * The Huffman tree of a vocabulary: for each word the inner nodes from the root to it, and at each
 * the branch that it takes. Frequent words have short paths, so training is cheap for them.
 *
 * <p>Inner nodes are numbered from 0; the root is the last, {@code words - 2}. A vocabulary of one
 * word has no inner node and an empty path. Built in linear time from sorted counts, as word2vec.c
 * does (its CreateBinaryTree). Immutable and safe for use by several threads.
 */
public final class HuffmanTree {
  private final int[] starts;
  private final int[] turns;

  private HuffmanTree(int[] starts, int[] turns) {
    this.starts = starts;
    this.turns = turns;
  }

  /** Creates the tree for counts in descending order. */
  public static HuffmanTree of(long[] counts) {
    int words = counts.length;
    int all = 2 * words - 1;
    int[] parent = new int[Math.max(all, 1)];
    boolean[] second = new boolean[Math.max(all, 1)];
    long[] weight = Arrays.copyOf(counts, Math.max(all, 1));
    int leaf = words - 1;
    int inner = words;
    for (int made = words; made < all; made++) {
      for (int child = 0; child < 2; child++) {
        boolean takeLeaf = leaf >= 0 && (inner >= made || weight[leaf] < weight[inner]);
        int taken = takeLeaf ? leaf-- : inner++;
        parent[taken] = made;
        second[taken] = child == 1;
        weight[made] += weight[taken];
      }
    }
    return paths(words, parent, second);
  }

  private static HuffmanTree paths(int words, int[] parent, boolean[] second) {
    int root = 2 * words - 2;
    int[] starts = new int[words + 1];
    for (int word = 0; word < words; word++) {
      int depth = 0;
      for (int node = word; node != root; node = parent[node]) {
        depth++;
      }
      starts[word + 1] = starts[word] + depth;
    }
    int[] turns = new int[starts[words]];
    for (int word = 0; word < words; word++) {
      int at = starts[word + 1];
      for (int node = word; node != root; node = parent[node]) {
        turns[--at] = 2 * (parent[node] - words) + (second[node] ? 1 : 0);
      }
    }
    return new HuffmanTree(starts, turns);
  }

  /** Returns {@link #start} of all words, and the end of the last path. */
  public int[] starts() {
    return starts.clone();
  }

  /**
   * Returns all paths one after another: twice the node, and 1 more where the path leaves it by the
   * second branch.
   */
  public int[] turns() {
    return turns.clone();
  }

  /** Returns where a word's path begins; it ends where the next word's begins. */
  public int start(int word) {
    return starts[word];
  }

  /** Returns the inner node at a place of a path. */
  public int node(int at) {
    return turns[at] >> 1;
  }

  /** Returns whether the path leaves that node by its second branch (a 1 in the code). */
  public boolean branch(int at) {
    return (turns[at] & 1) == 1;
  }

  /**
   * Adds the nodes of a word's path to the outputs of a window; the label is 1 where a code is 0.
   */
  void addTo(LogisticWindow window, int word) {
    window.addOutputs(turns, starts[word], starts[word + 1]);
  }
}
