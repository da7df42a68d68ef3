package org.wordvec.compute.cuda;

/** Chooses the row length of compiled kernels. */
public final class RowWidth {
  private RowWidth() {}

  /**
   * Returns the least of some widths, given in ascending order, that is enough for the columns.
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
        "vectors this long are trained on the CPU only: a GPU takes rows of "
            + widths[widths.length - 1]
            + " numbers, not "
            + columns);
  }
}
