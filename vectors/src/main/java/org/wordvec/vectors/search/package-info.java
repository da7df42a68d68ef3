/**
 * Nearest neighbours and analogies: {@link org.wordvec.vectors.search.Neighbors} scans the rows of
 * a model, exactly, on a {@link org.wordvec.vectors.search.SearchEngine}. {@link
 * org.wordvec.vectors.search.Expression} is the arithmetic of {@code king - man + woman}. Depends
 * on word vectors alone.
 */
@NullMarked
package org.wordvec.vectors.search;

import org.jspecify.annotations.NullMarked;
