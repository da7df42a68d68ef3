/**
 * From the files of a corpus to encoded ids: {@link org.wordvec.corpora.CorpusEncoder} reads text
 * once, counts its words and replaces them by the ids of a vocabulary. Start there; the other
 * packages are its stages, in the order {@code reading}, {@code text}, {@code sources}, {@code
 * tokenizing}, {@code counting}.
 */
@NullMarked
package org.wordvec.corpora;

import org.jspecify.annotations.NullMarked;
