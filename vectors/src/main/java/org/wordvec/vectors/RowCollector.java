package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.WordList;

/** Takes the words and values of a file in their order. Not safe for use by several threads. */
final class RowCollector {
  /** Text of floats seldom packs better; what does makes the matrix grow. */
  private static final int USUAL_PACKING = 8;

  private static final int MOST_ROWS = Integer.MAX_VALUE - 16;

  private final Path path;
  private final Arena arena;
  private final WordList.Builder words = new WordList.Builder();
  private Matrix matrix;

  /**
   * Takes as much memory as the file justifies: for all rows that are announced, or if the file is
   * compressed, at first for what its size lets expect.
   */
  RowCollector(ByteReader in, Arena arena, int announced, int dimensions) throws IOException {
    this.path = in.path();
    this.arena = arena;
    long expected =
        in.isPacked() ? 1 + USUAL_PACKING * in.size() / Matrix.bytes(1, dimensions) : announced;
    this.matrix = allocate((int) Math.min(announced, expected), dimensions);
  }

  private Matrix allocate(int rows, int dimensions) throws IOException {
    try {
      return Matrix.allocate(arena, rows, dimensions);
    } catch (OutOfMemoryError tooLarge) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: its %d x %d values need %.1f GB of memory, more than the system gives",
              path,
              rows,
              dimensions,
              Matrix.bytes(rows, dimensions) / 1e9),
          tooLarge);
    }
  }

  /** The matrix, with room for the values of row {@link #size}. */
  Matrix withRoom() throws IOException {
    if (words.size() == matrix.rows()) {
      if (words.size() == MOST_ROWS) {
        throw new VectorFormatException(path, "has more than " + MOST_ROWS + " rows");
      }
      Matrix larger = allocate((int) Math.min(MOST_ROWS, 2L * matrix.rows()), matrix.dimensions());
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

  int dimensions() {
    return matrix.dimensions();
  }

  int size() {
    return words.size();
  }

  WordVectors vectors() {
    return new WordVectors(words.build(), matrix.first(words.size()));
  }
}
