package org.wordvec.library.training;

/**
 * The surroundings of a training, which are the same for all families.
 *
 * @param files that are read besides the corpus, and those that are written
 * @param checkpoints that it goes on from and leaves
 * @param preflight checks that there is room
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
