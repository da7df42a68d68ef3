/**
 * Sources of text: files, folders and patterns ({@link org.wordvec.corpora.sources.Corpus}), and
 * the extraction of text from CSV, JSON and Wikipedia dumps. Depends on {@code reading}, {@code
 * text} and {@code wikipedia}.
 */
@NullMarked
package org.wordvec.corpora.sources;

import org.jspecify.annotations.NullMarked;
