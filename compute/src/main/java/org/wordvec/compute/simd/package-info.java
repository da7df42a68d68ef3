/**
 * The base of all SIMD kernels: the species of vectors, loads and stores by address, addresses of
 * rows. Internal to this module, so that no address leaves it. Start at {@link
 * org.wordvec.compute.simd.Simd}. Depends on matrices and on {@code compute.linux}.
 */
@NullMarked
package org.wordvec.compute.simd;

import org.jspecify.annotations.NullMarked;
