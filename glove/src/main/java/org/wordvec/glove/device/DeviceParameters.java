package org.wordvec.glove.device;

import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.DeviceMatrix;
import org.wordvec.compute.cuda.MatrixKernels;
import org.wordvec.compute.cuda.Staging;
import org.wordvec.compute.kernels.AdaGradRows;
import org.wordvec.glove.Parameters;

/**
 * {@link Parameters} on a GPU, which start from the same values. Behind the values of a row are the
 * sums of their squared gradients.
 *
 * @param width values of a row, those unused included
 */
record DeviceParameters(DeviceMatrix words, DeviceMatrix contexts, int width) {
  static DeviceParameters allocate(
      CudaContext context, Staging staging, int vocabulary, int dimensions, int width, long seed) {
    MatrixKernels kernels = new MatrixKernels(context);
    DeviceMatrix words = new DeviceMatrix(staging, kernels, vocabulary, 2 * width);
    DeviceMatrix contexts = new DeviceMatrix(staging, kernels, vocabulary, 2 * width);
    words.fillRandom(dimensions + 2, dimensions, seed, -1);
    contexts.fillRandom(dimensions + 2, dimensions, seed, -2);
    words.fill(width, width, AdaGradRows.INITIAL_SUM);
    contexts.fill(width, width, AdaGradRows.INITIAL_SUM);
    freeze(words, dimensions + 1, width);
    freeze(contexts, dimensions, width);
    return new DeviceParameters(words, contexts, width);
  }

  private static void freeze(DeviceMatrix matrix, int column, int width) {
    matrix.fill(column, 1, 1);
    matrix.fill(width + column, 1, AdaGradRows.FROZEN_SUM);
  }

  /** Returns the bytes that they take on a GPU. */
  static long bytes(int vocabulary, int width) {
    return 2 * DeviceMatrix.bytes(vocabulary, 2 * width);
  }
}
