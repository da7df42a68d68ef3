/**
 * Opens and queries model files: {@link org.wordvec.library.Models} opens a file of any format,
 * {@link org.wordvec.library.Model} runs queries. Start there; training is in {@link
 * org.wordvec.library.training}. Depends on all model families and prints nothing.
 */
@NullMarked
package org.wordvec.library;

import org.jspecify.annotations.NullMarked;
