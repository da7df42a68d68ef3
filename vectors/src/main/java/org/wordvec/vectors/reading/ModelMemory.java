package org.wordvec.vectors.reading;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.MachineMemory;
import org.wordvec.compute.Matrix;

/**
 * Allocates memory for the rows of a file. Requests that exceed the memory of the machine or its
 * container are rejected: a system that overcommits memory would kill the process later, without a
 * message.
 */
public final class ModelMemory {
  /**
   * Number of bytes below which memory is not checked, as the check takes longer than reading the
   * file.
   */
  private static final long SMALL = 64 << 20;

  private final Path file;
  private final LongSupplier total;

  /** Creates an allocator for the rows of a file, limited by the memory of the machine. */
  public ModelMemory(Path file) {
    this(file, MachineMemory::total);
  }

  /**
   * Creates an allocator with another limit.
   *
   * @param total supplies the available memory in bytes
   */
  public ModelMemory(Path file, LongSupplier total) {
    this.file = file;
    this.total = total;
  }

  /** Returns a matrix of zeros. */
  public Matrix allocate(Arena arena, int rows, int dimensions) throws IOException {
    require(rows, dimensions, Matrix.bytes(rows, dimensions));
    try {
      return Matrix.allocate(arena, rows, dimensions);
    } catch (OutOfMemoryError tooLarge) {
      throw tooLarge(rows, dimensions, Matrix.bytes(rows, dimensions), "", tooLarge);
    }
  }

  /**
   * Checks that memory is available.
   *
   * @param rows number of rows, for messages
   * @param dimensions number of values of a row, for messages
   * @param bytes number of bytes needed at once
   */
  public void require(int rows, int dimensions, long bytes) throws IOException {
    if (bytes < SMALL) {
      return;
    }
    long there = total.getAsLong();
    if (bytes > there) {
      String all = String.format(Locale.ROOT, ", %.1f GB in all", there / 1e9);
      throw tooLarge(rows, dimensions, bytes, all, null);
    }
  }

  private IOException tooLarge(
      int rows, int dimensions, long bytes, String all, @Nullable OutOfMemoryError cause) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "%s: its %d x %d values need %.1f GB of memory, more than the system gives%s",
            file,
            rows,
            dimensions,
            bytes / 1e9,
            all),
        cause);
  }
}
