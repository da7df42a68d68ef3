/**
 * Detection of phrases, which are joined in an encoded corpus (Mikolov et al. 2013). Start at
 * {@link org.wordvec.corpora.phrases.Phrases}. Depends on the encoded corpus.
 */
@NullMarked
package org.wordvec.corpora.phrases;

import org.jspecify.annotations.NullMarked;
