/**
 * Reads text for training: {@link org.wordvec.library.text.CorpusReading} describes how text is
 * split into words, {@link org.wordvec.library.text.ReadingListener} receives the progress. Depends
 * on the corpora and, for co-occurrence counts, on GloVe.
 */
@NullMarked
package org.wordvec.library.text;

import org.jspecify.annotations.NullMarked;
