package org.wordvec.library.training;

/**
 * Settings of a training that are the same for all families.
 *
 * @param files read besides the corpus, and written
 * @param checkpoints to resume from and to write
 * @param preflight checks of memory and disk space
 */
public record TrainingSettings(
    TrainingFiles files, TrainingCheckpoints checkpoints, Preflight preflight) {
  /** Returns settings of a training without checkpoints. */
  public static TrainingSettings of(TrainingFiles files) {
    return new TrainingSettings(
        files,
        TrainingCheckpoints.NONE,
        new Preflight(files, null, false, "train fewer dimensions or a smaller vocabulary"));
  }
}
