package org.wordvec.glove;

import java.util.Arrays;

/**
 * The words cut into bands of neighbours, the unit of work in counting: at most {@value #ROWS}
 * words, of which the parameters share a core's second cache with those of as many contexts, and no
 * more entries and work than a thread should have at once. Does not depend on the threads.
 */
final class Bands {
  static final int ROWS = 256;

  private static final long ENTRIES = 2 << 20;
  private static final int SHARES = 64;

  private final int[] starts;

  private Bands(int[] starts) {
    this.starts = starts;
  }

  /**
   * Cuts.
   *
   * @param entries at most so many in the row of each word
   * @param work for the row of each word, in any unit
   */
  static Bands of(long[] entries, long[] work) {
    int[] starts = new int[entries.length + 1];
    long share = Arrays.stream(work).sum() / SHARES;
    int bands = 0;
    long bandEntries = 0;
    long bandWork = 0;
    for (int word = 0; word < entries.length; word++) {
      bandEntries += entries[word];
      bandWork += work[word];
      if (bands == 0
          || word - starts[bands - 1] == ROWS
          || bandEntries > ENTRIES
          || bandWork > share) {
        starts[bands++] = word;
        bandEntries = entries[word];
        bandWork = work[word];
      }
    }
    starts[bands] = entries.length;
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
