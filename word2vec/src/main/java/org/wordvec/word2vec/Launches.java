package org.wordvec.word2vec;

/**
 * How the slices of a corpus are shared out among the launches of a kernel: so many that the host
 * learns often how it goes, and so few that a GPU seldom waits for the last sentence of one.
 *
 * @param slices of the corpus
 * @param count launches of an epoch
 */
record Launches(SentenceSlices slices, int count) {
  /** Slices of a launch at most, of about ten thousand tokens each. */
  static final int SLICES = 3_200;

  static Launches of(SentenceSlices slices, int slicesOfLaunch) {
    return new Launches(slices, Math.ceilDiv(slices.size(), slicesOfLaunch));
  }

  /** Slices of a launch at most. */
  int most() {
    return Math.ceilDiv(slices.size(), count);
  }

  /** The first slice of a launch. */
  int first(int launch) {
    return (int) ((long) slices.size() * launch / count);
  }

  /** The slice behind the last of a launch. */
  int end(int launch) {
    return first(launch + 1);
  }

  /** The first sentence of a launch. */
  long firstSentence(int launch) {
    return slices.start(first(launch));
  }

  /** The sentence behind the last of a launch. */
  long endSentence(int launch) {
    return slices.end(end(launch) - 1);
  }
}
