/**
 * Trains models from text to a file of vectors, for all model families and engines. Start at {@link
 * org.wordvec.library.training.TrainingPipeline}, whose {@link
 * org.wordvec.library.training.TrainingStrategy} differs between them; {@link
 * org.wordvec.library.training.Training} is the short API for programs. Depends on {@code text} and
 * on the model families.
 */
@NullMarked
package org.wordvec.library.training;

import org.jspecify.annotations.NullMarked;
