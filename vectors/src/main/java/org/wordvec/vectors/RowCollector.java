package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.WordList;

/** Takes the words and values of a file in their order. Not safe for use by several threads. */
final class RowCollector {
  private final Path path;
  private final WordList.Builder words = new WordList.Builder();
  private final Matrix matrix;

  RowCollector(Path path, Arena arena, int rows, int dimensions) throws IOException {
    this.path = path;
    try {
      this.matrix = Matrix.allocate(arena, rows, dimensions);
    } catch (OutOfMemoryError tooLarge) {
      throw new IOException(
          "%s: its %d x %d values need %.1f GB of memory, more than the system gives"
              .formatted(path, rows, dimensions, Matrix.bytes(rows, dimensions) / 1e9),
          tooLarge);
    }
  }

  /** Adds the word of the next row; its values belong into row {@link #size} − 1 of the matrix. */
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

  Matrix matrix() {
    return matrix;
  }

  WordVectors vectors() {
    return new WordVectors(words.build(), matrix);
  }
}
