package org.wordvec.senses.induction;

import java.util.Arrays;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Where some words occur in a corpus: of each at most a number of places, spread evenly over all of
 * them. Immutable and safe for use by several threads.
 */
public final class Occurrences {
  private static final int BUFFER = 1 << 16;

  private final int[] starts;
  private final long[] places;

  private Occurrences(int[] starts, long[] places) {
    this.starts = starts;
    this.places = places;
  }

  /** Returns how often each word of the vocabulary occurs in a corpus. */
  public static long[] counts(EncodedCorpus corpus) {
    long[] counts = new long[corpus.vocabulary().size()];
    int[] ids = new int[BUFFER];
    for (long from = 0; from < corpus.encodedTokens(); from += BUFFER) {
      int length = (int) Math.min(BUFFER, corpus.encodedTokens() - from);
      corpus.copyIds(from, ids, length);
      for (int i = 0; i < length; i++) {
        counts[ids[i]]++;
      }
    }
    return counts;
  }

  /**
   * Finds the places of words.
   *
   * @param counts of all words, as {@link #counts} returns them
   * @param wanted for each word, how many places to keep at most
   */
  public static Occurrences of(EncodedCorpus corpus, long[] counts, int[] wanted) {
    int[] starts = new int[wanted.length + 1];
    for (int word = 0; word < wanted.length; word++) {
      starts[word + 1] = Math.addExact(starts[word], (int) Math.min(wanted[word], counts[word]));
    }
    long[] places = new long[starts[wanted.length]];
    long[] seen = new long[wanted.length];
    int[] kept = Arrays.copyOf(starts, wanted.length);
    int[] ids = new int[BUFFER];
    for (long from = 0; from < corpus.encodedTokens(); from += BUFFER) {
      int length = (int) Math.min(BUFFER, corpus.encodedTokens() - from);
      corpus.copyIds(from, ids, length);
      for (int i = 0; i < length; i++) {
        int word = ids[i];
        int total = starts[word + 1] - starts[word];
        long before = seen[word]++;
        // Place number k is taken from the middle of the k-th of equal runs.
        if (kept[word] < starts[word + 1]
            && before >= (2L * (kept[word] - starts[word]) + 1) * counts[word] / (2L * total)) {
          places[kept[word]++] = from + i;
        }
      }
    }
    return new Occurrences(starts, places);
  }

  /** Returns the places of a word, in order: positions in the corpus. */
  public long[] places(int word) {
    return Arrays.copyOfRange(places, starts[word], starts[word + 1]);
  }
}
