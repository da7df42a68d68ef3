package org.wordvec.glove;

import java.util.Arrays;
import org.wordvec.corpora.EncodedCorpus;

/**
 * A piece of a corpus and where each word stands in it. On both sides of the piece lie as many
 * words as a window reaches, as context alone.
 */
final class PositionIndex {
  private static final int LINE_END = -1;

  private final int[] ids;
  private final int[] starts;
  private final int[] positions;

  private PositionIndex(int[] ids, int[] starts, int[] positions) {
    this.ids = ids;
    this.starts = starts;
    this.positions = positions;
  }

  /** Of the encoded tokens {@code [from, to)}. */
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

  /** Sorts positions by word; leaves in {@code starts} where each word's begin. */
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

  /** The line that holds a position. */
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

  /** Adds to a word's row what stands to the left and right of it, of contexts up to itself. */
  void addBothSides(int word, double[] weights, RowSums row) {
    for (int i = starts[word]; i < starts[word + 1]; i++) {
      int centre = positions[i];
      for (int distance = 1; distance < weights.length; distance++) {
        int context = ids[centre - distance];
        if (context == LINE_END) {
          break;
        }
        row.addUpTo(word, context, distance, weights[distance]);
      }
      for (int distance = 1; distance < weights.length; distance++) {
        int context = ids[centre + distance];
        if (context == LINE_END) {
          break;
        }
        row.addUpTo(word, context, distance, weights[distance]);
      }
    }
  }

  /** Adds to a word's row what stands to the right of it: the words of which it is context. */
  void addRightSide(int word, double[] weights, RowSums row) {
    for (int i = starts[word]; i < starts[word + 1]; i++) {
      int centre = positions[i];
      for (int distance = 1; distance < weights.length; distance++) {
        int context = ids[centre + distance];
        if (context == LINE_END) {
          break;
        }
        row.add(context, weights[distance]);
      }
    }
  }
}
