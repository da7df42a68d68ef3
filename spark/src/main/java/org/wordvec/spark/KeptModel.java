package org.wordvec.spark;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.wordvec.compute.Matrix;

/**
 * A model in a folder: one file for each run of rows of each matrix, float32 little-endian without
 * padding, each written whole or not at all.
 */
final class KeptModel {
  /** Rows of a file: so few that many executors share the writing. */
  static final int ROWS = 1 << 16;

  private static final ValueLayout.OfFloat VALUE =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int ROWS_AT_ONCE = 1 << 10;

  private final Configuration configuration;
  private final Path folder;

  KeptModel(Configuration configuration, String folder, int round) {
    this.configuration = configuration;
    this.folder = new Path(folder, String.format(Locale.ROOT, "round-%06d", round));
  }

  /** Number of files of a matrix. */
  static int files(long rows) {
    return Math.toIntExact((rows + ROWS - 1) / ROWS);
  }

  private Path file(int matrix, int number) {
    return new Path(folder, String.format(Locale.ROOT, "matrix-%d-%05d", matrix, number));
  }

  private FileSystem system() throws IOException {
    return folder.getFileSystem(configuration);
  }

  /** Writes one of a matrix's files. */
  void write(Matrix matrix, int index, int number) throws IOException {
    FileSystem system = system();
    Path target = file(index, number);
    Path beside = target.suffix("." + Long.toHexString(System.nanoTime()));
    int first = number * ROWS;
    int end = Math.min(matrix.rows(), first + ROWS);
    byte[] bytes = new byte[ROWS_AT_ONCE * matrix.dimensions() * Float.BYTES];
    try (OutputStream out = system.create(beside, true)) {
      for (int row = first; row < end; row += ROWS_AT_ONCE) {
        int count = Math.min(ROWS_AT_ONCE, end - row);
        MemorySegment packed = MemorySegment.ofArray(bytes);
        for (int i = 0; i < count; i++) {
          MemorySegment.copy(
              matrix.segment(),
              ValueLayout.JAVA_FLOAT,
              (row + i) * matrix.rowBytes(),
              packed,
              VALUE,
              (long) i * matrix.dimensions() * Float.BYTES,
              matrix.dimensions());
        }
        out.write(bytes, 0, count * matrix.dimensions() * Float.BYTES);
      }
    }
    system.delete(target, false);
    if (!system.rename(beside, target)) {
      throw new IOException(target + ": cannot be written");
    }
  }

  /** Writes all files of all matrices. */
  void write(List<Matrix> matrices) throws IOException {
    for (int index = 0; index < matrices.size(); index++) {
      for (int number = 0; number < files(matrices.get(index).rows()); number++) {
        write(matrices.get(index), index, number);
      }
    }
  }

  /** Fills matrices of the same shapes. */
  void read(List<Matrix> matrices) throws IOException {
    for (int index = 0; index < matrices.size(); index++) {
      for (int number = 0; number < files(matrices.get(index).rows()); number++) {
        read(matrices.get(index), index, number);
      }
    }
  }

  private void read(Matrix matrix, int index, int number) throws IOException {
    Path path = file(index, number);
    int first = number * ROWS;
    int end = Math.min(matrix.rows(), first + ROWS);
    byte[] bytes = new byte[ROWS_AT_ONCE * matrix.dimensions() * Float.BYTES];
    try (DataInputStream in = new DataInputStream(system().open(path))) {
      for (int row = first; row < end; row += ROWS_AT_ONCE) {
        int count = Math.min(ROWS_AT_ONCE, end - row);
        in.readFully(bytes, 0, count * matrix.dimensions() * Float.BYTES);
        MemorySegment packed = MemorySegment.ofArray(bytes);
        for (int i = 0; i < count; i++) {
          MemorySegment.copy(
              packed,
              VALUE,
              (long) i * matrix.dimensions() * Float.BYTES,
              matrix.segment(),
              ValueLayout.JAVA_FLOAT,
              (row + i) * matrix.rowBytes(),
              matrix.dimensions());
        }
      }
      if (in.read() >= 0) {
        throw new IOException(path + ": is longer than the rows that it should hold");
      }
    } catch (EOFException e) {
      throw new IOException(path + ": is cut off", e);
    }
  }

  /** Removes all files. */
  void delete() throws IOException {
    system().delete(folder, true);
  }
}
