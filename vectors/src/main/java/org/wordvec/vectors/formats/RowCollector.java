package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.ModelMemory;

/**
 * Collects the words and values of a file in order, in at most twice the memory of the rows.
 *
 * <p>For an uncompressed file, all memory is allocated at once. The number of rows of a compressed
 * file is unknown: they are collected in chunks, each an eighth of the existing size, and joined at
 * the end. Closing releases the chunks. Not safe for use by several threads.
 */
final class RowCollector implements AutoCloseable {
  /** Usual compression ratio of text with floats. */
  private static final int USUAL_PACKING = 8;

  private static final int PIECES = 8;
  private static final int LEAST_PIECE = 1 << 22;
  private static final int MOST_ROWS = Integer.MAX_VALUE - 16;

  private record Piece(Arena arena, Matrix rows) {}

  private final ByteReader in;
  private final Arena arena;
  private final ModelMemory memory;
  private final WordList.Builder words = new WordList.Builder();
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Matrix first;
  private Matrix current;
  private int used;

  /**
   * Creates a collector with as much memory as the file justifies: for all announced rows, or
   * initially for the expected size of a compressed file.
   *
   * @param arena owns the collected rows
   * @param announced number of rows that the header promises
   */
  RowCollector(ByteReader in, Arena arena, int announced, int dimensions) throws IOException {
    this(in, arena, announced, dimensions, new ModelMemory(in.path()));
  }

  /** Creates a collector with another source of the available memory. */
  RowCollector(ByteReader in, Arena arena, int announced, int dimensions, ModelMemory memory)
      throws IOException {
    this.in = in;
    this.arena = arena;
    this.memory = memory;
    long expected =
        in.isPacked() ? 1 + USUAL_PACKING * in.size() / Matrix.bytes(1, dimensions) : announced;
    this.first = memory.allocate(arena, (int) Math.min(announced, expected), dimensions);
    this.current = first;
  }

  /** Adds the next row. */
  void add(float[] values, byte[] bytes, int offset, int length) throws IOException {
    if (used == current.rows()) {
      begin();
    }
    current.setRow(used++, values);
    try {
      words.add(bytes, offset, length);
    } catch (IllegalStateException tooLong) {
      throw new VectorFormatException(in.path(), "all its words together exceed 2 GiB");
    }
  }

  /** Allocates the next chunk, if it and the final copy of all chunks fit in memory. */
  @SuppressWarnings("MustBeClosedChecker") // close() closes the arenas of pieces.
  private void begin() throws IOException {
    if (words.size() == MOST_ROWS) {
      throw new VectorFormatException(in.path(), "has more than " + MOST_ROWS + " rows");
    }
    int least = (int) (LEAST_PIECE / Matrix.bytes(1, dimensions())) + 1;
    int rows = Math.min(MOST_ROWS - words.size(), Math.max(least, words.size() / PIECES));
    memory.require(
        words.size() + rows,
        dimensions(),
        2 * Matrix.bytes(words.size() + (long) rows, dimensions()));
    Arena owner = Arena.ofShared();
    try {
      current = memory.allocate(owner, rows, dimensions());
    } catch (IOException | RuntimeException e) {
      owner.close();
      throw e;
    }
    pieces.add(new Piece(owner, current));
    used = 0;
  }

  int dimensions() {
    return first.dimensions();
  }

  int size() {
    return words.size();
  }

  /** Returns the collected words and rows. */
  WordVectors vectors() throws IOException {
    return new WordVectors(words.build(), rows());
  }

  private Matrix rows() throws IOException {
    if (pieces.isEmpty()) {
      return first.slice(0, words.size());
    }
    Matrix all = memory.allocate(arena, words.size(), dimensions());
    long end = copy(first, first.rows(), all, 0);
    while (!pieces.isEmpty()) {
      Piece piece = pieces.remove();
      end = copy(piece.rows, piece.rows == current ? used : piece.rows.rows(), all, end);
      piece.arena.close();
    }
    return all;
  }

  private static long copy(Matrix from, int rows, Matrix to, long at) {
    long bytes = rows * from.rowBytes();
    MemorySegment.copy(from.segment(), 0, to.segment(), at, bytes);
    return at + bytes;
  }

  @Override
  public void close() {
    pieces.forEach(piece -> piece.arena.close());
    pieces.clear();
  }
}
