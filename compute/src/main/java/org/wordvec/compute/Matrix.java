package org.wordvec.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;

/**
 * A row-major float32 matrix {@code [rows, dimensions]} outside the Java heap.
 *
 * <p>Every row begins at a multiple of {@value #ROW_ALIGNMENT} bytes and is padded with zeros to
 * that multiple, so that a kernel runs over whole vectors and needs no tail loop. The padding takes
 * part in the arithmetic and stays zero, since every update is a linear combination of rows.
 *
 * <p>The memory lives as long as the arena. Several threads may read and write without
 * synchronisation; torn floats do not occur, lost updates do (Hogwild, Recht et al. 2011).
 */
public final class Matrix implements FloatRows {
  /** Alignment and granularity of a row, in bytes: one cache line, one AVX-512 vector. */
  public static final int ROW_ALIGNMENT = 64;

  private final MemorySegment segment;
  private final int rows;
  private final int dimensions;
  private final long rowBytes;

  private Matrix(MemorySegment segment, int rows, int dimensions, long rowBytes) {
    this.segment = segment;
    this.rows = rows;
    this.dimensions = dimensions;
    this.rowBytes = rowBytes;
  }

  /**
   * Allocates a matrix of zeros.
   *
   * @throws IllegalArgumentException if a size is negative or {@code dimensions} is zero
   * @throws OutOfMemoryError if the system does not have that much memory
   */
  public static Matrix allocate(Arena arena, int rows, int dimensions) {
    if (rows < 0 || dimensions < 1) {
      throw new IllegalArgumentException(
          "a matrix needs rows >= 0 and dimensions >= 1, not " + rows + " x " + dimensions);
    }
    long rowBytes = rowBytes(dimensions);
    MemorySegment segment = LargePages.allocate(arena, Math.max(1, rows) * rowBytes);
    return new Matrix(segment, rows, dimensions, rowBytes);
  }

  /**
   * Returns some of the rows, in the same memory.
   *
   * @param first the row that becomes row 0
   * @throws IndexOutOfBoundsException if the range leaves the matrix
   */
  public Matrix slice(int first, int count) {
    Objects.checkFromIndexSize(first, count, rows);
    return count == rows
        ? this
        : new Matrix(
            segment.asSlice(first * rowBytes, count * rowBytes), count, dimensions, rowBytes);
  }

  /** Returns the bytes that a matrix of this shape takes. */
  public static long bytes(long rows, int dimensions) {
    return rows * rowBytes(dimensions);
  }

  private static long rowBytes(int dimensions) {
    long bytes = (long) dimensions * Float.BYTES;
    return (bytes + ROW_ALIGNMENT - 1) / ROW_ALIGNMENT * ROW_ALIGNMENT;
  }

  /** Returns the number of rows. */
  @Override
  public int rows() {
    return rows;
  }

  /** Returns the number of columns in use, without the padding. */
  @Override
  public int dimensions() {
    return dimensions;
  }

  /** Returns the bytes from one row to the next. */
  public long rowBytes() {
    return rowBytes;
  }

  /** Returns the memory of all rows with their padding. */
  public MemorySegment segment() {
    return segment;
  }

  @Override
  public MemorySegment segment(int row) {
    return segment.asSlice(offset(row), (long) dimensions * Float.BYTES);
  }

  /** Returns one element. */
  @Override
  public float get(int row, int column) {
    return segment.get(ValueLayout.JAVA_FLOAT, element(row, column));
  }

  /** Sets one element. */
  public void set(int row, int column, float value) {
    segment.set(ValueLayout.JAVA_FLOAT, element(row, column), value);
  }

  /** Returns a copy of a row, {@code dimensions} long. */
  @Override
  public float[] row(int row) {
    float[] copy = new float[dimensions];
    copyRow(row, copy, 0);
    return copy;
  }

  @Override
  public void copyRow(int row, float[] target, int place) {
    values(row).get(target, place, dimensions);
  }

  /**
   * Overwrites a row.
   *
   * @throws IllegalArgumentException if {@code values} is not {@code dimensions} long
   */
  public void setRow(int row, float[] values) {
    if (values.length != dimensions) {
      throw new IllegalArgumentException(
          "a row of " + dimensions + " values was given " + values.length);
    }
    values(row).put(values);
  }

  /** Returns a buffer, because the first copy between segments takes the JDK milliseconds. */
  private FloatBuffer values(int row) {
    return segment(row).asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  private long element(int row, int column) {
    return offset(row) + (long) Objects.checkIndex(column, dimensions) * Float.BYTES;
  }

  private long offset(int row) {
    return Objects.checkIndex(row, rows) * rowBytes;
  }
}
