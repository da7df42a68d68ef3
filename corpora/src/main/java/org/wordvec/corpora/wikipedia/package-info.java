/**
 * Converts MediaWiki's markup to visible text. {@link org.wordvec.corpora.wikipedia.WikiText} lists
 * the stages; each is one pass over a page, so that the time is linear in its length.
 */
@NullMarked
package org.wordvec.corpora.wikipedia;

import org.jspecify.annotations.NullMarked;
