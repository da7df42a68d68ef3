/**
 * Threads that share the work of a computation. Start at {@link
 * org.wordvec.corpora.parallel.Workers}. Depends on nothing.
 */
@NullMarked
package org.wordvec.corpora.parallel;

import org.jspecify.annotations.NullMarked;
