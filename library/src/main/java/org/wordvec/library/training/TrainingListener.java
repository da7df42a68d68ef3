package org.wordvec.library.training;

import org.wordvec.compute.training.Progress;
import org.wordvec.library.text.ReadingListener;

/**
 * Receives progress and notes of a training. {@link #training} is called by the training threads,
 * one at a time; all other methods are called on the calling thread.
 */
public interface TrainingListener extends ReadingListener {
  /** A listener that ignores everything. */
  TrainingListener NONE = new TrainingListener() {};

  /** Receives the progress of training, about ten times per second. */
  default void training(Progress.Snapshot snapshot, Unit unit) {}
}
