/**
 * Training commands, one per model family, with plans, checkpoints and reports. Start at {@code
 * PredictionCommand}; depends on {@code text} and {@code query}.
 */
@NullMarked
package org.wordvec.cli.train;

import org.jspecify.annotations.NullMarked;
