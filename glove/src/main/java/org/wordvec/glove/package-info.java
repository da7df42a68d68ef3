/**
 * GloVe on the CPU: vectors fitted to the logarithms of co-occurrence counts. Start at {@link
 * org.wordvec.glove.GloVe}; the algorithm without optimization is GloVeReference in the tests.
 * Depends on {@code entries}, the counts as training reads them, and on the kernels of {@code
 * compute}.
 */
@NullMarked
package org.wordvec.glove;

import org.jspecify.annotations.NullMarked;
