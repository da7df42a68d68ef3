package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.compute.MappedRows;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.BinaryRows;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.GuessedRow;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.MappedBytes;
import org.wordvec.vectors.reading.WordBytes;
import org.wordvec.vectors.reading.WordOffsets;

/** Reads the rows of word2vec's binary files. */
final class BinaryReader {
  private BinaryReader() {}

  /**
   * Maps the rows after a header without reading them, if their layout is uniform; returns nothing
   * if it is not.
   */
  static Optional<VectorFormat.Opened> map(ByteReader in, Header header, Arena arena)
      throws IOException {
    header.check(in, Float.BYTES, 2);
    int dimensions = (int) header.dimensions();
    long first = in.offset();
    int valueBytes = dimensions * Float.BYTES;
    in.require(WordBytes.LONGEST + 2 + valueBytes);
    int place = in.position();
    while (place < in.limit() && in.window()[place] != ' ') {
      place++;
    }
    int end = place + 1 + valueBytes;
    boolean newlines = end < in.limit() && in.window()[end] == '\n';
    MappedBytes file = MappedBytes.open(in.path(), arena);
    MemorySegment bytes = file.bytes();
    BinaryRows rows =
        new BinaryRows(bytes, file.channel(), (int) header.rows(), dimensions, newlines);
    Optional<WordOffsets> found = rows.find(first);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    WordOffsets places = found.get();
    RowAlignment alignment = new RowAlignment(in.path(), dimensions);
    alignment.checkSuspects(bytes, first, rows.gap(), places);
    WordList words =
        WordList.mapped(bytes.asSlice(first), rows.gap(), places.ends(), places.hashes());
    MappedRows.Layout layout = new MappedRows.Layout(first + 1, rows.gap());
    MappedRows vectors =
        new MappedRows(in.path(), bytes, layout, places.ends(), dimensions)
            .in(file.channel(), file.stamp());
    return Optional.of(opened(new WordVectors(words, vectors), alignment));
  }

  private static VectorFormat.Opened opened(WordVectors vectors, RowAlignment alignment)
      throws VectorFormatException {
    alignment.requireByteOrder(vectors.size());
    return new VectorFormat.Opened(new Word2VecBinary(), vectors, alignment.notes());
  }

  /** Reads the rows after a header into memory. */
  static VectorFormat.Opened read(ByteReader in, Header header, Arena arena) throws IOException {
    // Besides its values, a row has at least one letter and a space.
    header.check(in, Float.BYTES, 2);
    int rows = (int) header.rows();
    int dimensions = (int) header.dimensions();
    try (RowCollector collector = new RowCollector(in, arena, rows, dimensions)) {
      RowAlignment alignment = new RowAlignment(in.path(), dimensions);
      while (collector.size() < rows) {
        readRow(in, collector, rows, alignment);
      }
      in.skipLineBreaks();
      if (in.require(1)) {
        throw VectorFormatException.atByte(
            in.path(), in.offset(), "more bytes than the " + rows + " rows of the header");
      }
      return opened(collector.vectors(), alignment);
    }
  }

  private static void readRow(
      ByteReader in, RowCollector collector, int rows, RowAlignment alignment) throws IOException {
    // The C tool writes a newline after each row, gensim does not.
    in.skipLineBreaks();
    int row = collector.size();
    int dimensions = collector.dimensions();
    int valueBytes = dimensions * Float.BYTES;
    in.require(WordBytes.LONGEST + 2 + valueBytes + GuessedRow.LONGEST_WORD);
    int length = wordLength(in, row);
    int from = in.position() + length + 1;
    alignment.check(in, row);
    if (in.limit() - from < valueBytes) {
      throw VectorFormatException.atByte(
          in.path(),
          in.offset() + length + 1,
          String.format(
              Locale.ROOT,
              "the file ends within the %d values of row %d of %d",
              dimensions,
              row + 1,
              rows));
    }
    float[] values = new float[dimensions];
    ByteBuffer.wrap(in.window(), from, valueBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    int column = firstNotFinite(values);
    if (column < dimensions) {
      throw VectorFormatException.atByte(
          in.path(),
          in.offset() + length + 1 + (long) column * Float.BYTES,
          String.format(
              Locale.ROOT,
              "value %d of row %d is %s, not a finite number",
              column + 1,
              row + 1,
              values[column]));
    }
    collector.add(values, in.window(), in.position(), length);
    in.skip(length + 1 + valueBytes);
  }

  private static int wordLength(ByteReader in, int row) throws VectorFormatException {
    byte[] bytes = in.window();
    int end = Math.min(in.limit(), in.position() + WordBytes.LONGEST);
    for (int i = in.position(); i < end; i++) {
      if (bytes[i] == ' ') {
        if (i == in.position()) {
          throw VectorFormatException.atByte(
              in.path(), in.offset(), "row " + (row + 1) + " has no word before its space");
        }
        return i - in.position();
      }
    }
    throw VectorFormatException.atByte(
        in.path(),
        in.offset(),
        "expected the word of row "
            + (row + 1)
            + " and a space, found "
            + (end == in.limit()
                ? "the end of the file"
                : "no space in " + WordBytes.LONGEST + " bytes"));
  }

  private static int firstNotFinite(float[] values) {
    int column = 0;
    while (column < values.length && Float.isFinite(values[column])) {
      column++;
    }
    return column;
  }
}
