package org.wordvec.library.training;

import java.io.IOException;

/**
 * What a training will take, found out by reading all of the text and training for a few seconds.
 *
 * @param read what was read, for people: {@code 1,234 tokens}
 * @param vocabulary words that get a vector
 * @param unit of what is trained on
 * @param estimate of the time
 * @param needs of the model
 * @param textBytes that the corpus or the entries take in memory
 * @param preflight that was passed
 */
public record TrainingPlan(
    String read,
    int vocabulary,
    Unit unit,
    TrialTraining.Estimate estimate,
    ModelNeeds needs,
    long textBytes,
    Preflight preflight) {
  /** Returns about how many bytes the output takes. */
  public long outputBytes() {
    return preflight.outputBytes(needs);
  }

  /** Returns the bytes of one checkpoint. */
  public long checkpointBytes() {
    return needs.checkpoint();
  }

  /** Returns about how many bytes checkpoints take while one is written. */
  public long allCheckpointBytes() {
    return Preflight.checkpointBytes(needs);
  }

  /** Returns the bytes that may still be written where the output goes. */
  public long freeBytes() throws IOException {
    return org.wordvec.library.SystemResources.disk(preflight.files().output());
  }
}
