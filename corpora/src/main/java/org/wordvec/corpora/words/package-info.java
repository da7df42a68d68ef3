/**
 * Lists of words with their ids and counts. Start at {@link org.wordvec.corpora.words.Vocabulary}.
 * Depends on {@code reading} and {@code text}.
 */
@NullMarked
package org.wordvec.corpora.words;

import org.jspecify.annotations.NullMarked;
