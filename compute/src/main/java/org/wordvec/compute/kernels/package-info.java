/**
 * Steps of training as SIMD kernels: logistic loss of skip-gram and CBOW, AdaGrad of GloVe. Start
 * at {@link org.wordvec.compute.kernels.LogisticWindow}. Depends on matrices and on losses of
 * {@code training}.
 */
@NullMarked
package org.wordvec.compute.kernels;

import org.jspecify.annotations.NullMarked;
