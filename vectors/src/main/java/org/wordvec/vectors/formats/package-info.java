/**
 * File formats of word vectors, a class or two each: {@link
 * org.wordvec.vectors.formats.VectorFormat} lists them, tells them apart and opens a file. Depends
 * on {@code reading} and {@code output}.
 */
@NullMarked
package org.wordvec.vectors.formats;

import org.jspecify.annotations.NullMarked;
