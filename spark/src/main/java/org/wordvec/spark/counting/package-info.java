/**
 * Exact counts of words and of co-occurrences. Start at {@link
 * org.wordvec.spark.counting.WordCounting}, which is the simpler one. Depends on {@code corpus},
 * {@code session} and {@code wire}.
 */
@NullMarked
package org.wordvec.spark.counting;

import org.jspecify.annotations.NullMarked;
