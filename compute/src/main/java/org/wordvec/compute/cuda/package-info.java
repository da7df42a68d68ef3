/**
 * NVIDIA GPUs through their driver: devices, memory, kernels, launches, several GPUs at once. Needs
 * no CUDA toolkit. Start at {@link org.wordvec.compute.cuda.CudaDevice}. Depends on {@code
 * training}.
 */
@NullMarked
package org.wordvec.compute.cuda;

import org.jspecify.annotations.NullMarked;
