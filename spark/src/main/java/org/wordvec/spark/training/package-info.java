/**
 * Training in rounds: executors train their parts from the same model, and their row deltas are
 * merged. Start at {@link org.wordvec.spark.training.RoundTraining} for the driver and at {@link
 * org.wordvec.spark.training.RoundTask} for an executor. Depends on {@code family}, {@code
 * storage}, {@code session} and {@code wire}.
 */
@NullMarked
package org.wordvec.spark.training;

import org.jspecify.annotations.NullMarked;
