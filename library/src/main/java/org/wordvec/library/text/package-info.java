/**
 * From text to what is trained on: {@link org.wordvec.library.text.CorpusReading} says how text
 * becomes words, {@link org.wordvec.library.text.ReadingListener} is told how far it is. Depends on
 * the corpora and, for counts of co-occurrences, on GloVe.
 */
@NullMarked
package org.wordvec.library.text;

import org.jspecify.annotations.NullMarked;
