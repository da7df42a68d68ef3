/**
 * Co-occurrence counts: counting them in a corpus, and GloVe's file format for them. Start at
 * {@link org.wordvec.glove.counting.Cooccurrences}, then read {@link
 * org.wordvec.glove.counting.CooccurrenceMatrix}. Depends on {@code corpora} for encoded text.
 */
@NullMarked
package org.wordvec.glove.counting;

import org.jspecify.annotations.NullMarked;
