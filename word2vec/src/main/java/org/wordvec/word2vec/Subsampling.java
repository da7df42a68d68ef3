package org.wordvec.word2vec;

import org.wordvec.compute.CounterRandom;
import org.wordvec.corpora.words.Vocabulary;

/**
 * Discards frequent words at random, which shortens training and widens windows (Mikolov et al.
 * 2013, arXiv:1310.4546, section 2.3).
 *
 * <p>A word of relative frequency f is kept with probability {@code sqrt(t/f) + t/f}: the formula
 * of word2vec.c, which differs from the paper's {@code sqrt(t/f)}. Immutable and safe for use by
 * several threads.
 */
public final class Subsampling {
  private final int[] thresholds;

  private Subsampling(int[] thresholds) {
    this.thresholds = thresholds;
  }

  /** Creates subsampling with a threshold t; 0 keeps every word. */
  public static Subsampling of(Vocabulary vocabulary, double sample) {
    int[] thresholds = new int[vocabulary.size()];
    double total = vocabulary.totalCount();
    for (int word = 0; word < thresholds.length; word++) {
      double keep = sample == 0 ? 1 : probability(vocabulary.count(word), total, sample);
      thresholds[word] = (int) (long) Math.min(keep * 0x1p32, 0x1p32 - 1);
    }
    return new Subsampling(thresholds);
  }

  /**
   * Returns the probability with which a word is kept.
   *
   * @param count of the word
   * @param total count of all words
   * @param sample the threshold t, above 0
   */
  public static double probability(long count, double total, double sample) {
    double ratio = sample * total / count;
    return Math.min(1, Math.sqrt(ratio) + ratio);
  }

  /** Returns for each word the greatest uint32 with which it is kept. */
  public int[] thresholds() {
    return thresholds.clone();
  }

  /**
   * Moves the words that are kept to the front, and writes where they were.
   *
   * @param words ids, {@code length} of them
   * @param places receives for each kept word its former index
   * @return the number of words that are kept
   */
  public int keep(int[] words, int length, int[] places, long key, long firstPosition) {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      int word = words[i];
      int bits = (int) (CounterRandom.draw(key, firstPosition + i, 0) >>> 32);
      words[kept] = word;
      places[kept] = i;
      kept += Integer.compareUnsigned(bits, thresholds[word]) <= 0 ? 1 : 0;
    }
    return kept;
  }
}
