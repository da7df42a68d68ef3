/**
 * Matrices outside the heap, rows of mapped files, and random draws. Start at {@link
 * org.wordvec.compute.Matrix}. Depends on nothing; knows no words.
 */
@NullMarked
package org.wordvec.compute;

import org.jspecify.annotations.NullMarked;
