/**
 * Matrices outside the heap, rows of mapped files, random draws and what SIMD kernels share. Start
 * at {@link org.wordvec.compute.Matrix}. Depends on nothing; knows no words.
 */
@NullMarked
package org.wordvec.compute;

import org.jspecify.annotations.NullMarked;
