package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.stream.LongStream;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;

/**
 * A row-major float32 matrix {@code [rows, stride]} on a GPU. Its kernels run over whole rows, so
 * the columns beyond those in use must stay zero.
 */
public final class DeviceMatrix {
  private final MatrixKernels kernels;
  private final Staging staging;
  private final DeviceBuffer buffer;
  private final int rows;
  private final int stride;

  /**
   * Creates a matrix, which is zero once the stream of the copies gets there.
   *
   * @param staging what its rows travel through; all that is done with the matrix is queued in its
   *     stream
   */
  public DeviceMatrix(Staging staging, MatrixKernels kernels, int rows, int stride) {
    this.staging = staging;
    this.kernels = kernels;
    this.rows = rows;
    this.stride = stride;
    this.buffer = staging.context().allocate(bytes(rows, stride));
    staging.stream().clear(buffer);
  }

  /** Returns the bytes that a matrix of this shape takes. */
  public static long bytes(long rows, int stride) {
    return rows * stride * Float.BYTES;
  }

  /** Returns the memory of all rows. */
  public DeviceBuffer buffer() {
    return buffer;
  }

  /**
   * Draws the first columns from {@code [-1/2, 1/2) / divisor}, to the bit as {@link
   * org.wordvec.compute.RandomRows} and {@link org.wordvec.compute.kernels.AdaGradRows} do.
   *
   * @param epoch of the draws: -1 - a number that sets apart what is drawn with the same seed
   */
  public void fillRandom(int columns, int divisor, long seed, int epoch) {
    staging.stream()
        .launch(
            kernels.randomRows,
            kernels.shape(),
            buffer,
            (long) rows,
            columns,
            stride,
            (float) divisor,
            CounterRandom.key(seed, epoch));
  }

  /** Sets some columns of all rows to a value. */
  public void fill(int firstColumn, int columns, float value) {
    staging.stream()
        .launch(
            kernels.fillColumns,
            kernels.shape(),
            buffer,
            (long) rows,
            firstColumn,
            columns,
            stride,
            value);
  }

  /** Adds the lengths and broken values of the first columns to a summary that is cleared. */
  public void inspect(int columns, DeviceBuffer summary) {
    staging.stream()
        .launch(
            kernels.inspectRows, kernels.shape(), buffer, (long) rows, columns, stride, summary);
  }

  /**
   * Copies a matrix of this process to the leading columns, on several threads.
   *
   * @return seconds that the copies took, which have ended
   */
  public double upload(Matrix source) {
    double seconds = 0;
    for (long from = 0; from < rows; from += rowsAtOnce()) {
      MemorySegment part = part(from);
      // The padding goes up too, and takes part in the kernels' sums.
      part.fill((byte) 0);
      eachRow(
          from,
          part,
          (row, at) ->
              MemorySegment.copy(
                  source.segment(),
                  JAVA_FLOAT,
                  row * source.rowBytes(),
                  part,
                  JAVA_FLOAT,
                  at,
                  source.dimensions()));
      staging.begin();
      put(from);
      seconds += staging.finish();
    }
    return seconds;
  }

  /**
   * Copies the leading columns to a matrix of this process, on several threads.
   *
   * @return seconds that the copies took, which have ended
   */
  public double download(Matrix target) {
    double seconds = 0;
    for (long from = 0; from < rows; from += rowsAtOnce()) {
      staging.begin();
      MemorySegment part = fetch(from);
      seconds += staging.finish();
      eachRow(
          from,
          part,
          (row, at) ->
              MemorySegment.copy(
                  part,
                  JAVA_FLOAT,
                  at,
                  target.segment(),
                  JAVA_FLOAT,
                  row * target.rowBytes(),
                  target.dimensions()));
    }
    return seconds;
  }

  /** Binds the context to the calling thread. */
  void bind() {
    staging.context().bind();
  }

  /** Returns the number of rows that are copied at once. */
  int rowsAtOnce() {
    return (int) Math.max(1, Staging.bytes() / rowBytes());
  }

  /** Returns the bytes from one row to the next. */
  long rowBytes() {
    return (long) stride * Float.BYTES;
  }

  /** Returns pinned memory for the rows that are copied together with one. */
  private MemorySegment part(long from) {
    return staging.part(Math.min(rowsAtOnce(), rows - from) * rowBytes());
  }

  /** Waits until all copies have ended. */
  void synchronize() {
    staging.stream().synchronize();
  }

  /** Queues a copy of some rows, from one on, to pinned memory. */
  MemorySegment fetch(long from) {
    MemorySegment part = part(from);
    staging.stream().download(buffer.slice(from * rowBytes(), part.byteSize()), part);
    return part;
  }

  /** Queues a copy of some rows, from one on, from pinned memory. */
  void put(long from) {
    MemorySegment part = part(from);
    staging.stream().upload(part, buffer.slice(from * rowBytes(), part.byteSize()));
  }

  /** Copies a row from or to its place in pinned memory. */
  @FunctionalInterface
  private interface RowCopy {
    void copy(long row, long at);
  }

  private void eachRow(long from, MemorySegment part, RowCopy copy) {
    LongStream.range(0, part.byteSize() / rowBytes())
        .parallel()
        .forEach(row -> copy.copy(from + row, row * rowBytes()));
  }
}
