/**
 * What training in rounds needs to know of each model family: its first matrices, its parts of the
 * work, its steps. Start at {@link org.wordvec.spark.family.Family}. Depends on {@code corpus},
 * {@code session} and {@code wire}.
 */
@NullMarked
package org.wordvec.spark.family;

import org.jspecify.annotations.NullMarked;
