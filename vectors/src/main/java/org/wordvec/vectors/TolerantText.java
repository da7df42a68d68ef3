package org.wordvec.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Rows of text: a line that cannot be read is passed over. */
record TolerantText(Path path, Optional<Header> header, int dimensions) implements TolerantRows {
  private static final int SEEN_FOR_DIMENSIONS = 100;

  /** Of a file with a header, or where most of the first lines have so many values. */
  static TolerantText of(ByteReader in, Optional<Header> header) throws IOException {
    if (header.isPresent()) {
      long promised = header.get().dimensions();
      boolean usual = promised >= 1 && promised <= Header.MOST_DIMENSIONS;
      return new TolerantText(in.path(), header, usual ? (int) promised : usual(in));
    }
    in.rewind();
    return new TolerantText(in.path(), header, usual(in));
  }

  /** The middle of the numbers of values in the next lines. */
  private static int usual(ByteReader in) throws IOException {
    int[] counts = new int[SEEN_FOR_DIMENSIONS];
    int seen = 0;
    while (seen < counts.length && in.nextLine()) {
      counts[seen++] = TextRow.trailingNumbers(in.window(), in.lineStart(), in.lineEnd());
    }
    int[] sorted = Arrays.copyOf(counts, seen);
    Arrays.sort(sorted);
    int middle = seen == 0 ? 0 : sorted[seen / 2];
    if (middle < 1 || middle > Header.MOST_DIMENSIONS) {
      throw new VectorFormatException(in.path(), "expected lines of a word and its values");
    }
    return middle;
  }

  @Override
  public String format() {
    return (header.isPresent() ? new Word2VecText() : new GloveText()).description();
  }

  @Override
  public void forEach(Visitor visitor, Findings findings) throws IOException {
    TextRow row = new TextRow(dimensions);
    long rows = 0;
    try (ByteReader in = ByteReader.open(path)) {
      if (header.isPresent()) {
        in.nextLine();
      }
      long empty = 0;
      while (in.nextLine()) {
        if (in.lineStart() == in.lineEnd()) {
          // At the end of a file an empty line is nothing odd.
          empty = empty == 0 ? in.line() : empty;
          continue;
        }
        if (empty > 0) {
          findings.add(Oddity.UNREADABLE_ROW, "line " + empty + ": is empty");
          empty = 0;
        }
        try {
          row.parse(in.window(), in.lineStart(), in.lineEnd());
        } catch (RowException problem) {
          findings.add(
              problem.isNotFinite() ? Oddity.NOT_FINITE : Oddity.UNREADABLE_ROW,
              "line " + in.line() + ": " + problem.problem());
          continue;
        }
        visitor.visit(Arrays.copyOfRange(in.window(), in.lineStart(), row.wordEnd()), row.values());
        rows++;
      }
    } catch (VectorFormatException broken) {
      findings.add(Oddity.BROKEN, String.valueOf(broken.getMessage()));
    }
    if (header.isPresent()) {
      compare(header.get(), rows, findings);
    }
  }

  private static void compare(Header header, long rows, Findings findings) {
    String place = "line 1: the header promises %d, found %d".formatted(header.rows(), rows);
    if (rows < header.rows()) {
      findings.add(Oddity.FEWER_ROWS, header.rows() - rows, place);
    } else if (rows > header.rows()) {
      findings.add(Oddity.MORE_ROWS, rows - header.rows(), place);
    }
  }
}
