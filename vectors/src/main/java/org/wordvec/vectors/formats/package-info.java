/**
 * File formats of word vectors, one or two classes each. {@link
 * org.wordvec.vectors.formats.VectorFormat} lists them, detects the format of a file and opens it.
 * Depends on {@code reading} and {@code output}.
 */
@NullMarked
package org.wordvec.vectors.formats;

import org.jspecify.annotations.NullMarked;
