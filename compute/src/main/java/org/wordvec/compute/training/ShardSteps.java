package org.wordvec.compute.training;

import java.util.function.Supplier;

/**
 * A part of the work, for callers that run its slices themselves: a cluster trains a few slices of
 * each part at a time and merges the results.
 *
 * @param slices how many there are in an epoch
 * @param newStep creates a step for each thread; all of them change the matrices that they were
 *     made for
 */
public record ShardSteps(int slices, Supplier<TrainingLoop.Step> newStep) {}
