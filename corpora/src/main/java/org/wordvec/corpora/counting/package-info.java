/**
 * What is known when all text is read: merged counts, and the ids that replace provisional numbers.
 * Start at {@link org.wordvec.corpora.counting.MergedCounts}. Depends on {@code tokenizing} and
 * {@code words}.
 */
@NullMarked
package org.wordvec.corpora.counting;

import org.jspecify.annotations.NullMarked;
