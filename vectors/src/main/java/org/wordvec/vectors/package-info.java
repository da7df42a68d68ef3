/**
 * Word vectors and computations on single ones: {@link org.wordvec.vectors.WordVectors} joins a
 * list of words to a matrix of rows. Start there; {@code formats} reads and writes them, {@code
 * search} finds neighbours. Depends on {@code compute} for matrices and on {@code corpora} for
 * words.
 */
@NullMarked
package org.wordvec.vectors;

import org.jspecify.annotations.NullMarked;
