/**
 * Turns MediaWiki's markup into the text that a reader sees. {@link
 * org.wordvec.corpora.wikipedia.WikiText} lists the stages; each is one pass over a page, so that
 * the time is linear in its length whatever it holds.
 */
@NullMarked
package org.wordvec.corpora.wikipedia;

import org.jspecify.annotations.NullMarked;
