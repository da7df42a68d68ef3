package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.MappedRows;
import org.wordvec.compute.Matrix;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.MappedBytes;
import org.wordvec.vectors.reading.ModelMemory;

/** Types of array values. Float32 values are mapped, others are converted to float32 in memory. */
enum ValueType {
  FLOAT32(4),
  FLOAT64(8),
  FLOAT16(2),
  BFLOAT16(2);

  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final int bytes;

  ValueType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the number of bytes of a value. */
  int bytes() {
    return bytes;
  }

  /**
   * Returns the rows of an array: {@code [rows, dimensions]}.
   *
   * @param first offset of the values in the file
   */
  FloatRows rows(MappedBytes in, Arena arena, long first, int rows, int dimensions)
      throws IOException {
    if (this == FLOAT32) {
      MappedRows.Layout layout = new MappedRows.Layout(first, (long) dimensions * Float.BYTES);
      return new MappedRows(in.path(), in.bytes(), layout, rows, dimensions)
          .in(in.channel(), in.stamp());
    }
    Matrix matrix = new ModelMemory(in.path()).allocate(arena, rows, dimensions);
    float[] row = new float[dimensions];
    for (int i = 0; i < rows; i++) {
      for (int column = 0; column < dimensions; column++) {
        long offset = first + ((long) i * dimensions + column) * bytes;
        row[column] = value(in.bytes(), offset);
        if (!Float.isFinite(row[column])) {
          throw VectorFormatException.atByte(
              in.path(),
              offset,
              String.format(
                  Locale.ROOT,
                  "value %d of row %d is %s as float32, not a finite number",
                  column + 1,
                  i + 1,
                  row[column]));
        }
      }
      matrix.setRow(i, row);
    }
    in.stamp().check();
    return matrix;
  }

  private float value(MemorySegment file, long offset) {
    return switch (this) {
      case FLOAT32 -> throw new IllegalStateException("stays in its file");
      case FLOAT64 -> (float) file.get(DOUBLE, offset);
      case FLOAT16 -> Float.float16ToFloat(file.get(SHORT, offset));
      case BFLOAT16 -> Float.intBitsToFloat(file.get(SHORT, offset) << 16);
    };
  }
}
