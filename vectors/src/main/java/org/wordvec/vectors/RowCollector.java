package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.WordList;

/** Takes the words and values of a file in their order. Not safe for use by several threads. */
final class RowCollector {
  /** Text of floats seldom packs better; what does makes the matrix grow. */
  private static final int USUAL_PACKING = 8;

  private final Path path;
  private final Arena arena;
  private final WordList.Builder words = new WordList.Builder();
  private final int mostRows;
  private Matrix matrix;

  /**
   * Takes as much memory as the file justifies: all of it, or if the file is compressed, at first
   * what its size lets expect.
   */
  RowCollector(ByteReader in, Arena arena, int mostRows, int dimensions) throws IOException {
    this.path = in.path();
    this.arena = arena;
    this.mostRows = mostRows;
    long expected =
        in.isPacked() ? 1 + USUAL_PACKING * in.size() / Matrix.bytes(1, dimensions) : mostRows;
    this.matrix = allocate((int) Math.min(mostRows, expected), dimensions);
  }

  private Matrix allocate(int rows, int dimensions) throws IOException {
    try {
      return Matrix.allocate(arena, rows, dimensions);
    } catch (OutOfMemoryError tooLarge) {
      throw new IOException(
          "%s: its %d x %d values need %.1f GB of memory, more than the system gives"
              .formatted(path, rows, dimensions, Matrix.bytes(rows, dimensions) / 1e9),
          tooLarge);
    }
  }

  /** Whether all rows that were announced are there. */
  boolean isFull() {
    return words.size() == mostRows;
  }

  /** The matrix, with room for the values of row {@link #size}. */
  Matrix withRoom() throws IOException {
    if (words.size() == matrix.rows()) {
      Matrix larger = allocate((int) Math.min(mostRows, 2L * matrix.rows()), matrix.dimensions());
      MemorySegment.copy(matrix.segment(), 0, larger.segment(), 0, matrix.segment().byteSize());
      matrix = larger;
    }
    return matrix;
  }

  /** Adds the word of the next row, whose values are there already. */
  void add(byte[] bytes, int offset, int length) throws VectorFormatException {
    try {
      words.add(bytes, offset, length);
    } catch (IllegalStateException tooLong) {
      throw new VectorFormatException(path, "all its words together exceed 2 GiB");
    }
  }

  int size() {
    return words.size();
  }

  int mostRows() {
    return mostRows;
  }

  WordVectors vectors() {
    return new WordVectors(words.build(), matrix.first(words.size()));
  }
}
