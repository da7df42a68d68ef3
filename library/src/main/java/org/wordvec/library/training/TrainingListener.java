package org.wordvec.library.training;

import org.wordvec.compute.training.Progress;
import org.wordvec.library.text.ReadingListener;

/**
 * Receives progress and notes of a training. {@link #training} is called by the threads that train,
 * one at a time, everything else on the thread that called.
 */
public interface TrainingListener extends ReadingListener {
  /** Ignores everything. */
  TrainingListener NONE = new TrainingListener() {};

  /** Receives where training stands, about ten times a second. */
  default void training(Progress.Snapshot snapshot, Unit unit) {}
}
