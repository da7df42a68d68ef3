package org.wordvec.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Rows of little-endian float32 values where they lie in a mapped file: at any address, without
 * padding, and perhaps with words of changing length between them. Nothing is read before it is
 * asked for; then a value that is NaN or infinite is an error that names its place.
 *
 * <p>Kernels read the values as the machine does, which must be little-endian, as all are that have
 * the vector instructions that we use. A page of a file that was cut meanwhile is an {@link
 * InternalError}; a file that was overwritten is found out by {@link #requireUnchanged}. Immutable;
 * safe for use by several threads.
 */
public final class MappedRows implements FloatRows {
  /** Bytes of a file from which on buffered reading is faster. */
  public static final long LARGE = 256L << 20;

  private static final ThreadLocal<MemorySegment> BUFFER =
      ThreadLocal.withInitial(() -> MemorySegment.NULL);

  private final Path file;
  private final MemorySegment bytes;
  private final @Nullable NamedChannel channel;
  private final @Nullable FileStamp stamp;
  private final Layout layout;
  private final int @Nullable [] drift;
  private final int rows;
  private final int dimensions;

  // What rows are taken from: all of the file, or a copy of what is there from an offset on.
  private final boolean isCopy;
  private final MemorySegment values;
  private final long origin;
  private final UnalignedFloats floats;

  // A buffer is read far sooner than a segment where nothing is compiled yet.
  private final ByteBuffer scales;

  /**
   * Tells where rows are: row {@code i} begins at {@code first + i * step}.
   *
   * @param first byte of the file where row 0 begins
   * @param step bytes from one row to the next
   * @param scales byte of the file where there is one float32 for each row that its values are
   *     multiplied by; empty if there is none
   */
  public record Layout(long first, long step, OptionalLong scales) {
    /** Creates a layout of rows that are not multiplied by anything. */
    public Layout(long first, long step) {
      this(first, step, OptionalLong.empty());
    }

    /** Returns whether the scales of all rows lie within a file of this size. */
    private boolean scalesFit(int rows, long size) {
      return scales.isEmpty()
          || (scales.getAsLong() >= 0 && scales.getAsLong() <= size - (long) rows * Float.BYTES);
    }
  }

  /**
   * Creates rows at even distances.
   *
   * @param file for messages
   * @param bytes the whole file, mapped
   * @throws IllegalArgumentException if a row would lie outside the file
   */
  public MappedRows(Path file, MemorySegment bytes, Layout layout, int rows, int dimensions) {
    this(file, bytes, null, null, layout, null, rows, dimensions, null, 0);
    check();
  }

  /**
   * Creates rows that drift away from even distances.
   *
   * @param drift what has to be added for each row, which never falls; not copied
   * @throws IllegalArgumentException if a row would lie outside the file
   */
  public MappedRows(Path file, MemorySegment bytes, Layout layout, int[] drift, int dimensions) {
    this(file, bytes, null, null, layout, drift, drift.length, dimensions, null, 0);
    check();
  }

  private MappedRows(
      Path file,
      MemorySegment bytes,
      @Nullable NamedChannel channel,
      @Nullable FileStamp stamp,
      Layout layout,
      int @Nullable [] drift,
      int rows,
      int dimensions,
      @Nullable MemorySegment copy,
      long origin) {
    this.file = file;
    this.bytes = bytes;
    this.channel = channel;
    this.stamp = stamp;
    this.layout = layout;
    this.drift = drift;
    this.rows = rows;
    this.dimensions = dimensions;
    this.isCopy = copy != null;
    this.values = copy == null ? bytes : copy;
    this.origin = origin;
    this.floats = new UnalignedFloats(values);
    this.scales = scales(bytes, layout, rows);
  }

  private static ByteBuffer scales(MemorySegment bytes, Layout layout, int rows) {
    long size = (long) rows * Float.BYTES;
    return layout.scales.isPresent() && layout.scalesFit(rows, bytes.byteSize())
        ? bytes
            .asSlice(layout.scales.getAsLong(), size)
            .asByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN)
        : ByteBuffer.allocate(0);
  }

  /**
   * Returns the same rows, with the file that they are in.
   *
   * @param channel for {@link #buffered}, if it is open
   * @param stamp of the file before it was mapped
   */
  public MappedRows in(NamedChannel channel, FileStamp stamp) {
    return new MappedRows(file, bytes, channel, stamp, layout, drift, rows, dimensions, null, 0);
  }

  private void check() {
    long rowBytes = (long) dimensions * Float.BYTES;
    boolean rising = rows >= 1 && dimensions >= 1 && layout.first >= 0 && layout.step >= rowBytes;
    if (drift != null && rising) {
      int previous = 0;
      for (int place : drift) {
        rising &= place >= previous;
        previous = place;
      }
    }
    if (!rising
        || rows - 1 > (bytes.byteSize() - layout.first) / layout.step
        || offset(rows - 1) > bytes.byteSize() - rowBytes
        || !layout.scalesFit(rows, bytes.byteSize())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows of %d values do not lie within %d bytes",
              rows,
              dimensions,
              bytes.byteSize()));
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public float[] row(int row) {
    long offset = offset(Objects.checkIndex(row, rows));
    float[] copy = new float[dimensions];
    floats.copy(offset - origin, copy, 0, dimensions);
    float scale = scale(row);
    for (int column = 0; column < dimensions; column++) {
      if (!Float.isFinite(copy[column])) {
        throw notFinite(
            offset + (long) column * Float.BYTES, "value " + (column + 1), row, copy[column]);
      }
      copy[column] *= scale;
      if (!Float.isFinite(copy[column])) {
        throw notFinite(
            placeOfScale(row), "value " + (column + 1) + " times the norm", row, copy[column]);
      }
    }
    return copy;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Reading a large file takes half the time that faulting in its mapped pages one by one takes.
   */
  @Override
  public FloatRows buffered(int firstRow, int rowCount) {
    return bytes.byteSize() < LARGE || channel == null || !channel.isOpen()
        ? this
        : copied(firstRow, rowCount);
  }

  /**
   * {@inheritDoc}
   *
   * <p>If the file was truncated, copying ends in an error; a vector instruction on a page that is
   * gone would end the process.
   */
  @Override
  public FloatRows copied(int firstRow, int rowCount) {
    if (isCopy || rowCount == 0) {
      return this;
    }
    long from = offset(Objects.checkIndex(firstRow, rows));
    long last = offset(Objects.checkIndex(firstRow + rowCount - 1, rows));
    long size = last + (long) dimensions * Float.BYTES - from;
    if (BUFFER.get().byteSize() < size) {
      BUFFER.set(Arena.ofAuto().allocate(size));
    }
    MemorySegment copy = BUFFER.get().asSlice(0, size);
    if (channel == null || !channel.isOpen() || !channel.fill(copy, from)) {
      copy.asByteBuffer().put(bytes.asSlice(from, size).asByteBuffer());
    }
    return new MappedRows(file, bytes, channel, stamp, layout, drift, rows, dimensions, copy, from);
  }

  @Override
  public void requireUnchanged() {
    if (stamp != null) {
      stamp.require();
    }
  }

  @Override
  public void copyRow(int row, float[] target, int place) {
    long offset = offset(Objects.checkIndex(row, rows));
    floats.copy(offset - origin, target, place, dimensions);
    if (isScaled()) {
      float scale = scale(row);
      for (int i = place; i < place + dimensions; i++) {
        target[i] *= scale;
      }
    }
  }

  @Override
  public float get(int row, int column) {
    return row(row)[column];
  }

  @Override
  public MemorySegment segment(int row) {
    if (!isCopy) {
      throw new IllegalStateException("row " + row + " is in a file; it has to be copied first");
    }
    long offset = offset(Objects.checkIndex(row, rows));
    return values.asSlice(offset - origin, (long) dimensions * Float.BYTES);
  }

  /** Whether each row is multiplied by a value of its own. */
  public boolean isScaled() {
    return layout.scales.isPresent();
  }

  /** Returns what a row is multiplied by, 1 where rows are not scaled. */
  public float scale(int row) {
    if (!isScaled()) {
      return 1;
    }
    float scale = scales.getFloat(row * Float.BYTES);
    if (!Float.isFinite(scale)) {
      throw notFinite(placeOfScale(row), "the norm", row, scale);
    }
    return scale;
  }

  private long placeOfScale(int row) {
    return layout.scales.getAsLong() + (long) row * Float.BYTES;
  }

  private long offset(int row) {
    return layout.first + row * layout.step + (drift == null ? 0 : drift[row]);
  }

  private UncheckedIOException notFinite(long offset, String what, int row, float value) {
    return new UncheckedIOException(
        new IOException(
            String.format(
                Locale.ROOT,
                "%s: byte %d: %s of row %d is %s, not a finite number",
                file,
                offset,
                what,
                row + 1,
                value)));
  }
}
