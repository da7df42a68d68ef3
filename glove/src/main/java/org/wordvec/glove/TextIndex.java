package org.wordvec.glove;

import java.util.Arrays;
import org.wordvec.corpora.EncodedCorpus;

/**
 * A piece of a corpus and where each word stands in it. On both sides of the piece lie as many
 * words as a window reaches, as context alone, so that each pair is counted in the piece of its
 * first word.
 */
final class TextIndex {
  private static final int LINE_END = -1;

  private final int[] ids;
  private final int[] starts;
  private final int[] positions;

  private TextIndex(int[] ids, int[] starts, int[] positions) {
    this.ids = ids;
    this.starts = starts;
    this.positions = positions;
  }

  /** Of the encoded tokens {@code [from, to)}. */
  static TextIndex of(EncodedCorpus corpus, long from, long to, int window) {
    long first = Math.max(0, from - window);
    long last = Math.min(corpus.encodedTokens(), to + window);
    long line = lineAt(corpus, first);
    long lines = lineAt(corpus, last - 1) - line + 1;
    int[] ids = new int[Math.toIntExact(last - first + lines + 1)];
    int[] starts = new int[corpus.vocabulary().size() + 1];
    ids[0] = LINE_END;
    int size = 1;
    int coreStart = 1;
    int coreEnd = 1;
    for (long at = first; at < last; line++) {
      long end = Math.min(last, corpus.sentenceEnd(line));
      int length = (int) (end - at);
      corpus.copyIds(at, ids, size, length);
      if (from >= at && from < end) {
        coreStart = size + (int) (from - at);
      }
      if (to > at && to <= end) {
        coreEnd = size + (int) (to - at);
      }
      size += length;
      ids[size++] = LINE_END;
      at = end;
    }
    int[] positions = positions(ids, coreStart, coreEnd, starts);
    return new TextIndex(ids, starts, positions);
  }

  /** Sorts positions by word; leaves in {@code starts} where each word's begin. */
  private static int[] positions(int[] ids, int from, int to, int[] starts) {
    int total = 0;
    for (int at = from; at < to; at++) {
      if (ids[at] >= 0) {
        starts[ids[at] + 1]++;
        total++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] positions = new int[total];
    for (int at = from; at < to; at++) {
      if (ids[at] >= 0) {
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

  /** Adds everything that stands beside a word to its row: left of it, if asked for, and right. */
  void addTo(RowSums row, int word, double[] weights, boolean left) {
    for (int i = starts[word]; i < starts[word + 1]; i++) {
      int centre = positions[i];
      for (int distance = 1; left && distance < weights.length; distance++) {
        int context = ids[centre - distance];
        if (context < 0) {
          break;
        }
        row.add(context, weights[distance]);
      }
      for (int distance = 1; distance < weights.length; distance++) {
        int context = ids[centre + distance];
        if (context < 0) {
          break;
        }
        row.add(context, weights[distance]);
      }
    }
  }
}
