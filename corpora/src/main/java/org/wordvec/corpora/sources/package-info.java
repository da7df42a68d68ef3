/**
 * Where text comes from: files, folders and patterns ({@link org.wordvec.corpora.sources.Corpus}),
 * and what of CSV, JSON and Wikipedia's dumps is text. Depends on {@code reading}, {@code text} and
 * {@code wikipedia}.
 */
@NullMarked
package org.wordvec.corpora.sources;

import org.jspecify.annotations.NullMarked;
