/**
 * What all SIMD kernels share: the species of vectors, loads and stores by address. Internal to
 * this module, so that no address leaves it. Start at {@link org.wordvec.compute.simd.Simd}.
 */
@NullMarked
package org.wordvec.compute.simd;

import org.jspecify.annotations.NullMarked;
