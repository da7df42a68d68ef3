package org.wordvec.glove.counting;

import java.util.Arrays;
import org.wordvec.corpora.words.Vocabulary;

/**
 * The vocabulary cut into bands of consecutive ranks, the unit of work in counting: at most {@value
 * #ROWS} words, whose parameters fit a core's L2 cache together with those of as many contexts, and
 * no more entries and work than a thread should have at once. Does not depend on the threads.
 */
public final class Bands {
  /** Words of a band at most. */
  public static final int ROWS = 256;

  private static final long ENTRIES = 2 << 20;
  private static final int SHARES = 64;

  private final int[] starts;

  private Bands(int[] starts) {
    this.starts = starts;
  }

  /** Cuts a vocabulary by its counts, and not by those of the corpus at hand. */
  public static Bands of(Vocabulary vocabulary, CooccurrenceConfig config) {
    return of(mostEntries(vocabulary, config), vocabulary.counts());
  }

  /** Returns for each word the greatest number of entries that its row can have. */
  public static long[] mostEntries(Vocabulary vocabulary, CooccurrenceConfig config) {
    long[] counts = vocabulary.counts();
    long[] entries = new long[counts.length];
    for (int word = 0; word < counts.length; word++) {
      long row = config.sides() == ContextSides.BOTH ? word + 1 : counts.length;
      entries[word] = Math.min(row, 2L * config.window() * counts[word]);
    }
    return entries;
  }

  /**
   * Cuts words into bands.
   *
   * @param entries the greatest number of entries in the row of each word
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

  /** Returns the number of bands. */
  public int size() {
    return starts.length - 1;
  }

  /** Returns the id of a band's first word. */
  public int firstWord(int band) {
    return starts[band];
  }

  /** Returns the id behind that of a band's last word. */
  public int endWord(int band) {
    return starts[band + 1];
  }

  /** Returns the number of words of a band. */
  public int words(int band) {
    return endWord(band) - firstWord(band);
  }
}
