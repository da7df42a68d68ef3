package org.wordvec.glove;

import java.util.Arrays;
import org.wordvec.corpora.Vocabulary;

/**
 * A vocabulary cut into bands of neighbouring words, the unit of work in counting: at most {@value
 * #ROWS} words, of which the rows of counts fit a thread's memory, and at most a thirty-second of
 * the text. No band crosses a multiple of {@value #REGION} words. Depends on the vocabulary alone.
 */
final class Bands {
  /** Words whose parameters share a core's second cache with as many contexts. */
  static final int ROWS = 256;

  /** Words whose parameters stay in the last cache. */
  static final int REGION = 4096;

  private static final long ENTRIES = 4 << 20;
  private static final int SHARES = 32;

  /** Different contexts that an occurrence of a word may bring; an estimate. */
  private static final long NEIGHBORS = 30;

  private final int[] starts;

  private Bands(int[] starts) {
    this.starts = starts;
  }

  static Bands of(Vocabulary vocabulary) {
    long[] counts = vocabulary.counts();
    long share = vocabulary.totalCount() / SHARES;
    int[] starts = new int[counts.length + 1];
    int bands = 0;
    long text = 0;
    long entries = 0;
    for (int word = 0; word < counts.length; word++) {
      long room = Math.min(counts.length, NEIGHBORS * Math.min(counts[word], Integer.MAX_VALUE));
      boolean full = text + counts[word] > share || entries + room > ENTRIES;
      if (bands == 0 || full || word - starts[bands - 1] == ROWS || word % REGION == 0) {
        starts[bands++] = word;
        text = 0;
        entries = 0;
      }
      text += counts[word];
      entries += room;
    }
    starts[bands] = counts.length;
    return new Bands(Arrays.copyOf(starts, bands + 1));
  }

  int size() {
    return starts.length - 1;
  }

  int firstWord(int band) {
    return starts[band];
  }

  int endWord(int band) {
    return starts[band + 1];
  }

  int words(int band) {
    return endWord(band) - firstWord(band);
  }
}
