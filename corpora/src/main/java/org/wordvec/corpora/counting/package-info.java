/**
 * The stage after reading: merged counts, and the ids that replace provisional token numbers. Start
 * at {@link org.wordvec.corpora.counting.MergedCounts}. Depends on {@code tokenizing} and {@code
 * words}.
 */
@NullMarked
package org.wordvec.corpora.counting;

import org.jspecify.annotations.NullMarked;
