/**
 * The folder from which a training resumes: the model after some rounds, with checksums, and the
 * state of the training. Start at {@link org.wordvec.spark.storage.RoundFolder}. Depends on no
 * other package of this module.
 */
@NullMarked
package org.wordvec.spark.storage;

import org.jspecify.annotations.NullMarked;
