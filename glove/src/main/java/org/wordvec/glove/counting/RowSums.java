package org.wordvec.glove.counting;

/**
 * Sums one row of counts: a number for every word of the vocabulary, and two levels of bits that
 * mark which of them are in use, so that a short row costs little. Belongs to one thread.
 */
public final class RowSums {
  private final double[] sums;
  private final long[] used;
  private final long[] usedBlocks;

  /** Creates a row of zeros for a vocabulary. */
  public RowSums(int words) {
    sums = new double[words];
    used = new long[(words >> 6) + 1];
    usedBlocks = new long[(words >> 12) + 1];
  }

  /** Adds a value, which must be above 0. */
  public void add(int context, double value) {
    double old = sums[context];
    if (old == 0) {
      used[context >> 6] |= 1L << context;
      usedBlocks[context >> 12] |= 1L << (context >> 6);
    }
    sums[context] = old + value;
  }

  /** Adds all sums as a row, in ascending order of the context, and clears them. */
  public void moveTo(BandCounts target) {
    for (int block = 0; block < usedBlocks.length; block++) {
      for (long places = usedBlocks[block]; places != 0; places &= places - 1) {
        moveWords((block << 6) + Long.numberOfTrailingZeros(places), target);
      }
      usedBlocks[block] = 0;
    }
    target.endRow();
  }

  private void moveWords(int place, BandCounts target) {
    for (long words = used[place]; words != 0; words &= words - 1) {
      int context = (place << 6) + Long.numberOfTrailingZeros(words);
      target.add(context, sums[context]);
      sums[context] = 0;
    }
    used[place] = 0;
  }
}
