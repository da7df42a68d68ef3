package org.wordvec.compute.training;

import java.util.function.Supplier;

/**
 * A part of the work, for whoever runs its slices himself: a cluster trains a few slices of each
 * part at a time and puts together what came of them.
 *
 * @param slices how many there are in an epoch
 * @param newStep makes a step for each thread; all of them change the matrices that they were made
 *     for
 */
public record ShardSteps(int slices, Supplier<TrainingLoop.Step> newStep) {}
