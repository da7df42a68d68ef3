package org.wordvec.word2vec.device;

import org.wordvec.compute.cuda.DeviceShare;
import org.wordvec.compute.cuda.LaunchSize;
import org.wordvec.word2vec.SentenceSlices;

/**
 * The distribution of a corpus's slices over the rounds of an epoch, and what a GPU launches in
 * each: enough rounds that the host often sees the loss, and few enough that a GPU seldom waits for
 * the last sentence of one.
 *
 * @param slices of the corpus
 * @param count rounds of an epoch
 * @param share what is launched of each round
 */
record Launches(SentenceSlices slices, int count, DeviceShare share) {
  /**
   * The number of slices, of about ten thousand tokens each, that a GPU takes.
   *
   * @param most of a round
   * @param first of the first kernel, whose duration is unknown: few enough for any GPU
   * @param least of a kernel, however slow the GPU is
   */
  record Limits(int most, int first, int least) {
    static final Limits USUAL = new Limits(3_200, 128, 16);

    LaunchSize size() {
      return new LaunchSize(first, least);
    }
  }

  /** Returns the same rounds with the share of another GPU. */
  Launches of(DeviceShare newShare) {
    return new Launches(slices, count, newShare);
  }

  /** Returns the greatest number of slices of a launch. */
  int most() {
    return Math.ceilDiv(slices.size(), Math.multiplyExact(count, share.of()));
  }

  /** Returns the first slice of a launch. */
  int first(int round) {
    return share.first(slices.size(), round, count);
  }

  /** Returns the slice behind the last of a launch. */
  int end(int round) {
    return share.end(slices.size(), round, count);
  }

  /** Returns the first sentence of a launch. */
  long firstSentence(int round) {
    return slices.start(first(round));
  }

  /** Returns the sentence behind the last of a launch. */
  long endSentence(int round) {
    return slices.end(end(round) - 1);
  }
}
