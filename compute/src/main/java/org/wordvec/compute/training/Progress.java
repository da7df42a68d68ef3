package org.wordvec.compute.training;

/**
 * Receives the progress of a training run about ten times a second, on the thread that called the
 * trainer.
 */
@FunctionalInterface
public interface Progress {
  /** Ignores the progress. */
  Progress NONE = snapshot -> {};

  /** Receives the state of the run. */
  void report(Snapshot snapshot);

  /**
   * The state of a run.
   *
   * @param epoch the current epoch, from 1
   * @param epochs how many there will be
   * @param done raw corpus tokens (for GloVe: entries) trained so far, over all epochs
   * @param total how many there will be in the end, over all epochs
   * @param seconds training time so far
   * @param learningRate the rate in use
   * @param loss mean loss per prediction over the current epoch so far; NaN before the first sample
   */
  record Snapshot(
      int epoch,
      int epochs,
      long done,
      long total,
      double seconds,
      double learningRate,
      double loss) {}
}
