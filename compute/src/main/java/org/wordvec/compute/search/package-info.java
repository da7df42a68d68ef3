/**
 * Dot products of queries with all rows of a matrix, with bounds that leave most of them out. Start
 * at {@link org.wordvec.compute.search.DotProducts}. Depends on matrices and {@code simd}.
 */
@NullMarked
package org.wordvec.compute.search;

import org.jspecify.annotations.NullMarked;
