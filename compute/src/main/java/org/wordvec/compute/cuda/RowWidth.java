package org.wordvec.compute.cuda;

/** How long the rows are that kernels were compiled for. */
public final class RowWidth {
  private RowWidth() {}

  /**
   * The least of some widths, given in ascending order, that holds so many columns.
   *
   * @throws CudaException if none does
   */
  public static int least(int columns, int... widths) {
    for (int width : widths) {
      if (columns <= width) {
        return width;
      }
    }
    throw new CudaException(
        "vectors of so many dimensions are trained on the CPU only: a GPU takes rows of "
            + widths[widths.length - 1]
            + " numbers, not "
            + columns);
  }
}
