package org.wordvec.compute.cuda;

import org.wordvec.compute.Matrix;

/** Holds the compiled kernels that work on matrices. */
public final class MatrixKernels {
  /** Any number of blocks is right, because threads loop over the elements with a stride. */
  private static final int BLOCKS_PER_MULTIPROCESSOR = 8;

  private static final int THREADS = 256;

  private final CudaKernel.Shape shape;
  final CudaKernel randomRows;
  final CudaKernel fillColumns;
  final CudaKernel inspectRows;

  /** Compiles them. */
  public MatrixKernels(CudaContext context) {
    CudaModule module = context.load(Ptx.read(Matrix.class.getResourceAsStream("matrix.ptx")));
    this.randomRows = module.kernel("random_rows");
    this.fillColumns = module.kernel("fill_columns");
    this.inspectRows = module.kernel("inspect_rows");
    this.shape =
        new CudaKernel.Shape(
            BLOCKS_PER_MULTIPROCESSOR * context.device().multiprocessors(), THREADS, 0);
  }

  CudaKernel.Shape shape() {
    return shape;
  }
}
