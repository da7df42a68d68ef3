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
  private static final int STAGING_BYTES = 32 << 20;

  private final CudaContext context;
  private final MatrixKernels kernels;
  private final DeviceBuffer buffer;
  private final int rows;
  private final int stride;

  /** Zeros, once the stream gets there. */
  public DeviceMatrix(
      CudaContext context, MatrixKernels kernels, CudaStream stream, int rows, int stride) {
    this.context = context;
    this.kernels = kernels;
    this.rows = rows;
    this.stride = stride;
    this.buffer = context.allocate(bytes(rows, stride));
    stream.clear(buffer);
  }

  /** Bytes that a matrix of this shape takes. */
  public static long bytes(long rows, int stride) {
    return rows * stride * Float.BYTES;
  }

  /** Where it is. */
  public DeviceBuffer buffer() {
    return buffer;
  }

  /**
   * Draws the first columns from {@code [-1/2, 1/2) / divisor}, to the bit as {@link
   * org.wordvec.compute.RandomRows} and {@link org.wordvec.compute.AdaGradRows} do.
   *
   * @param epoch of the draws: -1 - a number that sets apart what is drawn with the same seed
   */
  public void fillRandom(CudaStream stream, int columns, int divisor, long seed, int epoch) {
    stream.launch(
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
  public void fill(CudaStream stream, int firstColumn, int columns, float value) {
    stream.launch(
        kernels.fillColumns,
        kernels.shape(),
        buffer,
        (long) rows,
        firstColumn,
        columns,
        stride,
        value);
  }

  /** Adds what it finds in the first columns to a summary, which the caller has cleared. */
  public void inspect(CudaStream stream, int columns, DeviceBuffer summary) {
    stream.launch(
        kernels.inspectRows, kernels.shape(), buffer, (long) rows, columns, stride, summary);
  }

  /**
   * Copies a matrix of this process to the leading columns, on several threads.
   *
   * @return seconds that the copies took, which are over
   */
  public double upload(CudaStream stream, Matrix source) {
    return inParts(
        stream,
        (from, staging) -> {
          // The padding goes up too, and takes part in the kernels' sums.
          staging.fill((byte) 0);
          eachRow(
              from,
              staging,
              (row, at) ->
                  MemorySegment.copy(
                      source.segment(),
                      JAVA_FLOAT,
                      row * source.rowBytes(),
                      staging,
                      JAVA_FLOAT,
                      at,
                      source.dimensions()));
          stream.upload(staging, buffer.slice(from * rowBytes(), staging.byteSize()));
        },
        (from, staging) -> {});
  }

  /**
   * Copies the leading columns to a matrix of this process, on several threads.
   *
   * @return seconds that the copies took, which are over
   */
  public double download(CudaStream stream, Matrix target) {
    return inParts(
        stream,
        (from, staging) ->
            stream.download(buffer.slice(from * rowBytes(), staging.byteSize()), staging),
        (from, staging) ->
            eachRow(
                from,
                staging,
                (row, at) ->
                    MemorySegment.copy(
                        staging,
                        JAVA_FLOAT,
                        at,
                        target.segment(),
                        JAVA_FLOAT,
                        row * target.rowBytes(),
                        target.dimensions())));
  }

  private long rowBytes() {
    return (long) stride * Float.BYTES;
  }

  /** Work on some rows, from one on, in pinned memory. */
  @FunctionalInterface
  private interface Part {
    void work(long from, MemorySegment staging);
  }

  /** A row, and where it is in pinned memory. */
  @FunctionalInterface
  private interface RowCopy {
    void copy(long row, long at);
  }

  /** Goes through all rows, some at a time; the copies that a part queues are over before after. */
  private double inParts(CudaStream stream, Part queue, Part after) {
    CudaEvent begun = CudaEvent.of(context);
    CudaEvent copied = CudaEvent.of(context);
    long atOnce = Math.max(1, Math.min(rows, STAGING_BYTES / rowBytes()));
    MemorySegment staging = context.allocatePinned(atOnce * rowBytes());
    double seconds = 0;
    for (long from = 0; from < rows; from += atOnce) {
      MemorySegment part = staging.asSlice(0, Math.min(atOnce, rows - from) * rowBytes());
      stream.record(begun);
      queue.work(from, part);
      stream.record(copied);
      stream.synchronize();
      seconds += copied.secondsSince(begun);
      after.work(from, part);
    }
    return seconds;
  }

  private void eachRow(long from, MemorySegment staging, RowCopy copy) {
    LongStream.range(0, staging.byteSize() / rowBytes())
        .parallel()
        .forEach(row -> copy.copy(from + row, row * rowBytes()));
  }
}
