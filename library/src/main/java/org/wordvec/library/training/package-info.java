/**
 * From text to a file of vectors, once for all model families and engines. Start at {@link
 * org.wordvec.library.training.TrainingPipeline}, whose {@link
 * org.wordvec.library.training.TrainingStrategy} is what differs between them; {@link
 * org.wordvec.library.training.Training} is the short way for programs. Depends on {@code text} and
 * on the model families.
 */
@NullMarked
package org.wordvec.library.training;

import org.jspecify.annotations.NullMarked;
