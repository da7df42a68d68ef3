package org.wordvec.glove.counting;

import java.util.Arrays;
import org.wordvec.corpora.EncodedCorpus;

/**
 * A piece of a corpus and the positions of each word in it. On both sides of the piece lie as many
 * words as a window reaches, as context alone.
 */
final class PositionIndex {
  private static final int LINE_END = -1;
  private static final int AHEAD = 16;

  private final int[] ids;
  private final int[] starts;
  private final int[] positions;

  private PositionIndex(int[] ids, int[] starts, int[] positions) {
    this.ids = ids;
    this.starts = starts;
    this.positions = positions;
  }

  /** Indexes the encoded tokens {@code [from, to)}. */
  static PositionIndex of(EncodedCorpus corpus, long from, long to, int window) {
    long first = Math.max(0, from - window);
    long last = Math.min(corpus.encodedTokens(), to + window);
    long line = lineAt(corpus, first);
    long lines = lineAt(corpus, last - 1) - line + 1;
    int[] ids = new int[Math.toIntExact(last - first + lines + 1)];
    ids[0] = LINE_END;
    int size = 1;
    int ownStart = 1;
    int ownEnd = 1;
    for (long at = first; at < last; line++) {
      long end = Math.min(last, corpus.sentenceEnd(line));
      int length = (int) (end - at);
      corpus.copyIds(at, ids, size, length);
      if (from >= at && from < end) {
        ownStart = size + (int) (from - at);
      }
      if (to > at && to <= end) {
        ownEnd = size + (int) (to - at);
      }
      size += length;
      ids[size++] = LINE_END;
      at = end;
    }
    int[] starts = new int[corpus.vocabulary().size() + 1];
    return new PositionIndex(ids, starts, positions(ids, ownStart, ownEnd, starts));
  }

  /** Sorts positions by word, and writes to {@code starts} where those of each word begin. */
  private static int[] positions(int[] ids, int from, int to, int[] starts) {
    int total = 0;
    for (int at = from; at < to; at++) {
      if (ids[at] != LINE_END) {
        starts[ids[at] + 1]++;
        total++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] positions = new int[total];
    for (int at = from; at < to; at++) {
      if (ids[at] != LINE_END) {
        positions[next[ids[at]]++] = at;
      }
    }
    return positions;
  }

  /** Returns the line that holds a position. */
  private static long lineAt(EncodedCorpus corpus, long position) {
    long low = 0;
    long high = corpus.sentences() - 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (corpus.sentenceEnd(middle) > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Adds the contexts of a word to its row: from both sides those up to the word itself, which is
   * one triangle of the matrix, or from the right side alone the words of which it is the left
   * context.
   *
   * @param weights for each distance, from 1
   */
  void addTo(RowSums row, int word, ContextSides sides, double[] weights) {
    int[] contexts = new int[2 * weights.length];
    int[] distances = new int[2 * weights.length];
    int end = starts[word + 1];
    for (int i = starts[word]; i < end; i++) {
      if ((i - starts[word]) % AHEAD == 0) {
        touch(i, Math.min(i + AHEAD, end), weights.length - 1);
      }
      int found =
          switch (sides) {
            case BOTH -> {
              int left = collect(i, -1, word, 0, contexts, distances, weights.length);
              yield collect(i, 1, word, left, contexts, distances, weights.length);
            }
            case LEFT -> collect(i, 1, Integer.MAX_VALUE, 0, contexts, distances, weights.length);
          };
      for (int k = 0; k < found; k++) {
        row.add(contexts[k], weights[distances[k]]);
      }
    }
  }

  /**
   * Collects the contexts on one side that are at most {@code last}. Each is written, and the index
   * advances or not: a branch that cannot be predicted costs more than the write.
   */
  private int collect(
      int position, int side, int last, int from, int[] contexts, int[] distances, int reach) {
    int centre = positions[position];
    int found = from;
    for (int distance = 1; distance < reach; distance++) {
      int context = ids[centre + side * distance];
      if (context == LINE_END) {
        break;
      }
      contexts[found] = context;
      distances[found] = distance;
      found += (context - last - 1) >>> 31;
    }
    return found;
  }

  /**
   * Reads a few words of each of the next windows. These reads do not depend on each other, so the
   * cache misses overlap; counting takes half the time with it.
   */
  private void touch(int from, int to, int window) {
    int least = 0;
    for (int i = from; i < to; i++) {
      int centre = positions[i];
      int left = ids[Math.max(0, centre - window)];
      int right = ids[Math.min(ids.length - 1, centre + window)];
      least = Math.min(Math.min(least, left), Math.min(ids[centre], right));
    }
    if (least < LINE_END) {
      throw new IllegalStateException("not an id: " + least);
    }
  }
}
