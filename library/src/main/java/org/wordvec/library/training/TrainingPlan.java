package org.wordvec.library.training;

import java.io.IOException;

/**
 * Estimated time, memory and disk space of a training, found by reading the whole text and training
 * for a few seconds.
 *
 * @param read size of the text for display, such as {@code 1,234 tokens}
 * @param vocabulary number of words that get a vector
 * @param unit of the training
 * @param estimate of the time
 * @param needs of the model
 * @param textBytes memory of the corpus or the entries
 * @param preflight checks that were passed
 */
public record TrainingPlan(
    String read,
    int vocabulary,
    Unit unit,
    TrialTraining.Estimate estimate,
    ModelNeeds needs,
    long textBytes,
    Preflight preflight) {
  /** Returns the approximate bytes of the output. */
  public long outputBytes() {
    return preflight.outputBytes(needs);
  }

  /** Returns the bytes of one checkpoint. */
  public long checkpointBytes() {
    return needs.checkpoint();
  }

  /** Returns the approximate bytes of all checkpoints while one is written. */
  public long allCheckpointBytes() {
    return Preflight.checkpointBytes(needs);
  }

  /** Returns the free bytes on the disk of the output. */
  public long freeBytes() throws IOException {
    return org.wordvec.library.SystemResources.disk(preflight.files().output());
  }
}
