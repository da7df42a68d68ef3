package org.wordvec.compute;

import java.util.function.Supplier;

/**
 * A part of the work, for whoever runs its slices himself: a cluster trains a few slices of each
 * part at a time and puts together what came of them.
 *
 * @param slices how many there are in an epoch
 * @param newStep makes a step for each thread; all of them change the matrices that they were made
 *     for
 * @param uses how often slices use each row
 */
public record ShardSteps(int slices, Supplier<TrainingLoop.Step> newStep, Uses uses) {
  /** Tells about how often some slices use the rows of the matrices. */
  @FunctionalInterface
  public interface Uses {
    /**
     * Counts; for each matrix, a number for each row.
     *
     * @param from the first slice, counted on from epoch to epoch
     * @param to the slice behind the last
     */
    float[][] count(long from, long to);
  }
}
