package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.LANES;
import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import java.lang.ref.Reference;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.VectorApi;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

/**
 * Adds rows of a matrix to an array: {@code sum ← sum + scale × row}, by SIMD where the JVM was
 * started with the Vector API, else by plain loops. The two may differ in the last digits.
 * Stateless; safe for use by several threads.
 */
public final class RowSums {
  private RowSums() {}

  /**
   * Adds a scaled row to a part of an array.
   *
   * @param rows float32 {@code [rows, dimensions]}
   * @param row number of the row
   * @param sum receives {@code dimensions} sums
   * @param from index of the first of them
   * @throws IndexOutOfBoundsException if there is no such row, or the array is too short
   */
  public static void add(Matrix rows, int row, float scale, float[] sum, int from) {
    Objects.checkIndex(row, rows.rows());
    Objects.checkFromIndexSize(from, rows.dimensions(), sum.length);
    if (VectorApi.isPresent()) {
      try {
        Wide.add(Addresses.of(rows, row), rows.dimensions(), scale, sum, from);
      } finally {
        Reference.reachabilityFence(rows);
      }
    } else {
      for (int i = 0; i < rows.dimensions(); i++) {
        sum[from + i] += scale * rows.get(row, i);
      }
    }
  }

  /** The code that needs the Vector API, in a class of its own so that it is loaded only then. */
  private static final class Wide {
    static void add(long row, int dimensions, float scale, float[] sum, int from) {
      int whole = dimensions - dimensions % LANES;
      FloatVector factor = FloatVector.broadcast(FLOATS, scale);
      for (int i = 0; i < whole; i += LANES) {
        Simd.load(row + (long) (i / LANES) * VECTOR_BYTES)
            .fma(factor, FloatVector.fromArray(FLOATS, sum, from + i))
            .intoArray(sum, from + i);
      }
      for (int i = whole; i < dimensions; i++) {
        float value =
            Simd.MEMORY.get(JAVA_FLOAT_UNALIGNED, (row + (long) i * Float.BYTES) & Simd.ADDRESS);
        sum[from + i] = Math.fma(value, scale, sum[from + i]);
      }
    }
  }
}
