package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;

/** Reads the rows of text files. */
final class TextReader {
  private TextReader() {}

  /** Reads what follows a header. */
  static WordVectors readWord2Vec(ByteReader in, Header header, Arena arena) throws IOException {
    // A value is a separator and a digit at least, a row a letter and a newline besides.
    header.check(in, 2, 2);
    int rows = (int) header.rows();
    RowCollector collector = new RowCollector(in, arena, rows, (int) header.dimensions());
    readRows(in, collector, (int) header.dimensions());
    if (collector.size() < rows) {
      throw VectorFormatException.atLine(
          in.path(),
          in.line() + 1,
          "the file ends after %d of the %d rows that its header promises"
              .formatted(collector.size(), rows));
    }
    while (in.nextLine()) {
      if (!isBlank(in)) {
        throw VectorFormatException.atLine(
            in.path(), in.line(), "more rows than the " + rows + " that the header promises");
      }
    }
    return collector.vectors();
  }

  /** Reads a file without header, its first line being the current one. */
  static WordVectors readGlove(ByteReader in, Arena arena) throws IOException {
    int dimensions = TextRow.trailingNumbers(in.window(), in.lineStart(), in.lineEnd());
    if (dimensions == 0) {
      throw VectorFormatException.atLine(
          in.path(), 1, "expected \"rows dimensions\" (word2vec) or a word and its values (GloVe)");
    }
    if (dimensions > Header.MOST_DIMENSIONS) {
      throw VectorFormatException.atLine(
          in.path(),
          1,
          "has %d values; at most %d can be read".formatted(dimensions, Header.MOST_DIMENSIONS));
    }
    int rows = in.isPacked() ? Integer.MAX_VALUE : countRows(in);
    in.rewind();
    RowCollector collector = new RowCollector(in, arena, rows, dimensions);
    readRows(in, collector, dimensions);
    return collector.vectors();
  }

  private static int countRows(ByteReader in) throws IOException {
    long rows = 1;
    while (in.nextLine()) {
      if (!isBlank(in)) {
        rows = in.line();
      }
    }
    if (rows > Integer.MAX_VALUE) {
      throw new VectorFormatException(in.path(), "has more than " + Integer.MAX_VALUE + " rows");
    }
    return (int) rows;
  }

  private static void readRows(ByteReader in, RowCollector collector, int dimensions)
      throws IOException {
    TextRow row = new TextRow(dimensions);
    while (!collector.isFull() && in.nextLine()) {
      if (in.isPacked() && isBlank(in) && isAtEnd(in)) {
        return;
      }
      try {
        row.parse(in.window(), in.lineStart(), in.lineEnd());
      } catch (RowException problem) {
        throw VectorFormatException.atLine(in.path(), in.line(), problem.problem());
      }
      collector.withRoom().setRow(collector.size(), row.values());
      collector.add(in.window(), in.lineStart(), row.wordEnd() - in.lineStart());
    }
  }

  /** Whether there is no further row, the current line being blank: reads up to one. */
  private static boolean isAtEnd(ByteReader in) throws IOException {
    long line = in.line();
    while (in.nextLine()) {
      if (!isBlank(in)) {
        throw VectorFormatException.atLine(in.path(), line, "is empty");
      }
    }
    return true;
  }

  private static boolean isBlank(ByteReader in) {
    for (int i = in.lineStart(); i < in.lineEnd(); i++) {
      if (in.window()[i] != ' ' && in.window()[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
