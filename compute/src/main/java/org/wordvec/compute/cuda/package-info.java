/** NVIDIA GPUs through their driver: devices, memory, kernels. Needs no CUDA toolkit. */
@NullMarked
package org.wordvec.compute.cuda;

import org.jspecify.annotations.NullMarked;
