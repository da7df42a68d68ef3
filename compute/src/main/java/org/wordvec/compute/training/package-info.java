/**
 * The training loop: slices of an epoch handed out to threads, learning rates, losses, divergence
 * and checkpoints. Start at {@link org.wordvec.compute.training.TrainingLoop}. Depends on matrices
 * and {@code simd}.
 */
@NullMarked
package org.wordvec.compute.training;

import org.jspecify.annotations.NullMarked;
