package org.wordvec.vectors.repair;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.formats.Word2VecBinary;
import org.wordvec.vectors.reading.BinaryRow;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.GuessedRow;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.WordBytes;

/** Rows of word2vec's binary format, up to the first invalid one. Words may contain spaces. */
record TolerantBinary(Path path, Header header, int dimensions) implements TolerantRows {
  private static final ValueLayout.OfFloat VALUE =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  static TolerantBinary of(ByteReader in, Header header) throws VectorFormatException {
    if (header.dimensions() < 1 || header.dimensions() > Header.MOST_DIMENSIONS) {
      throw VectorFormatException.atLine(
          in.path(),
          1,
          String.format(
              Locale.ROOT,
              "the header promises vectors of %d values; 1 to %d can be",
              header.dimensions(),
              Header.MOST_DIMENSIONS));
    }
    return new TolerantBinary(in.path(), header, (int) header.dimensions());
  }

  @Override
  public String format() {
    return new Word2VecBinary().description();
  }

  @Override
  public void forEach(Visitor visitor, ProblemCollector problems) throws IOException {
    float[] values = new float[dimensions];
    long rows = 0;
    try (ByteReader in = ByteReader.open(path)) {
      in.nextLine();
      while (rows < header.rows() && row(in, rows, values, visitor, problems)) {
        rows++;
      }
      while (rows >= header.rows() && isRow(in)) {
        row(in, rows++, values, visitor, problems);
      }
      if (rows >= header.rows()) {
        trailing(in, problems);
      }
    } catch (VectorFormatException broken) {
      problems.add(ProblemKind.BROKEN, String.valueOf(broken.getMessage()));
    }
    String place =
        String.format(Locale.ROOT, "line 1: the header promises %d, found %d", header.rows(), rows);
    if (rows < header.rows()) {
      problems.add(ProblemKind.FEWER_ROWS, header.rows() - rows, place);
    } else if (rows > Math.max(0, header.rows())) {
      problems.add(ProblemKind.MORE_ROWS, rows - header.rows(), place);
    }
  }

  /** Returns whether there is one more row than the header declares. */
  private boolean isRow(ByteReader in) throws IOException {
    in.skipLineBreaks();
    BinaryRow row = next(in);
    int end = in.position() + row.wordLength();
    return row.wordLength() > 0
        && row.values()
        && WordBytes.of(in.window(), in.position(), end).arePlausible();
  }

  private BinaryRow next(ByteReader in) throws IOException {
    if (in.require(1)) {
      in.lookAhead(WordBytes.LONGEST + 2 + dimensions * Float.BYTES + GuessedRow.LONGEST_WORD);
    }
    return BinaryRow.at(in.window(), in.position(), in.limit(), in.isEnded(), dimensions);
  }

  /** Reads a row; returns whether there was one. */
  private boolean row(
      ByteReader in, long row, float[] values, Visitor visitor, ProblemCollector problems)
      throws IOException {
    in.skipLineBreaks();
    int valueBytes = dimensions * Float.BYTES;
    int length = next(in).wordLength();
    int wanted = length < 0 ? WordBytes.LONGEST : length + 1 + valueBytes;
    if (!in.require(wanted) || length < 0) {
      if (in.require(1)) {
        problems.add(
            ProblemKind.BROKEN,
            String.format(
                Locale.ROOT,
                "byte %d: no whole row %d of a word and %d values",
                in.offset(),
                row + 1,
                dimensions));
      }
      return false;
    }
    byte[] bytes = in.window();
    int end = in.position() + length;
    MemorySegment.copy(MemorySegment.ofArray(bytes), VALUE, end + 1L, values, 0, dimensions);
    visitor.visit(Arrays.copyOfRange(bytes, in.position(), end), values);
    in.skip(length + 1 + valueBytes);
    return true;
  }

  private static void trailing(ByteReader in, ProblemCollector problems) throws IOException {
    in.skipLineBreaks();
    long from = in.offset();
    while (in.require(1)) {
      in.skip(in.limit() - in.position());
    }
    if (in.offset() > from) {
      problems.add(ProblemKind.TRAILING_BYTES, in.offset() - from, "from byte " + from + " on");
    }
  }
}
