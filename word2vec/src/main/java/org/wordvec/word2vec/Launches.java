package org.wordvec.word2vec;

import org.wordvec.compute.cuda.DeviceShare;
import org.wordvec.compute.cuda.LaunchSize;

/**
 * How the slices of a corpus are shared out among the rounds of an epoch, and what a GPU launches
 * in each: so many that the host learns often how it goes, and so few that a GPU seldom waits for
 * the last sentence of one.
 *
 * @param slices of the corpus
 * @param count rounds of an epoch
 * @param share what is launched of each round
 */
record Launches(SentenceSlices slices, int count, DeviceShare share) {
  /**
   * How many slices, of about ten thousand tokens each, a GPU takes.
   *
   * @param most of a round
   * @param first of the first kernel, which nothing is known of: so few that no GPU takes long
   * @param least of a kernel, however slow the GPU is
   */
  record Limits(int most, int first, int least) {
    static final Limits USUAL = new Limits(3_200, 128, 16);

    LaunchSize size() {
      return new LaunchSize(first, least);
    }
  }

  /** The same rounds, of which another GPU trains its share. */
  Launches of(DeviceShare newShare) {
    return new Launches(slices, count, newShare);
  }

  /** Slices of a launch at most. */
  int most() {
    return Math.ceilDiv(slices.size(), Math.multiplyExact(count, share.of()));
  }

  /** The first slice of a launch. */
  int first(int round) {
    return share.first(slices.size(), round, count);
  }

  /** The slice behind the last of a launch. */
  int end(int round) {
    return share.end(slices.size(), round, count);
  }

  /** The first sentence of a launch. */
  long firstSentence(int round) {
    return slices.start(first(round));
  }

  /** The sentence behind the last of a launch. */
  long endSentence(int round) {
    return slices.end(end(round) - 1);
  }
}
