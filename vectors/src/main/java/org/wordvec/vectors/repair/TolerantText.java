package org.wordvec.vectors.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.formats.TextLayout;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.RowException;
import org.wordvec.vectors.reading.TextRow;

/** Rows of text; invalid lines are skipped. */
record TolerantText(Path path, TextLayout layout, int dimensions) implements TolerantRows {
  /** Returns rows with the number of values of most of the first rows, regardless of the header. */
  static TolerantText of(Path path, TextLayout layout) throws VectorFormatException {
    long dimensions = layout.usual() > 0 ? layout.usual() : layout.dimensions();
    if (dimensions < 1 || dimensions > Header.MOST_DIMENSIONS) {
      throw new VectorFormatException(path, "expected lines of a word and its values");
    }
    return new TolerantText(path, layout, (int) dimensions);
  }

  @Override
  public String format() {
    return layout.format().description();
  }

  @Override
  public void forEach(Visitor visitor, ProblemCollector problems) throws IOException {
    TextRow row = new TextRow(dimensions);
    long rows = 0;
    long emptyLines = 0;
    try (ByteReader in = ByteReader.open(path)) {
      if (layout.hasHead()) {
        passHead(in, problems);
      }
      long empty = 0;
      long firstEmpty = 0;
      while (in.nextLine()) {
        if (TextRow.isBlank(in.window(), in.lineStart(), in.lineEnd())) {
          // Empty lines at the end of a file are usual.
          firstEmpty = empty++ == 0 ? in.line() : firstEmpty;
          continue;
        }
        if (empty > 0) {
          problems.add(ProblemKind.EMPTY_LINE, empty, "line " + firstEmpty);
          emptyLines += empty;
          empty = 0;
        }
        rows += row(in, row, visitor, problems) ? 1 : 0;
      }
    } catch (VectorFormatException broken) {
      problems.add(ProblemKind.BROKEN, String.valueOf(broken.getMessage()));
    }
    if (layout.header().isPresent()) {
      compare(layout.header().get(), rows, emptyLines, problems);
    }
  }

  private static void passHead(ByteReader in, ProblemCollector problems) throws IOException {
    while (in.nextLine() && TextRow.isBlank(in.window(), in.lineStart(), in.lineEnd())) {
      problems.add(ProblemKind.EMPTY_LINE, "line " + in.line());
    }
  }

  /** Reads the current line; returns whether it counts as a row. */
  private boolean row(ByteReader in, TextRow row, Visitor visitor, ProblemCollector problems)
      throws IOException {
    byte[] word;
    try {
      int start = layout.words().start(in.window(), in.lineStart(), in.lineEnd());
      row.parse(in.window(), start, in.lineEnd());
      word = layout.word(in.window(), start, row.wordEnd());
    } catch (RowException problem) {
      if (problem.isWordless()) {
        problems.add(ProblemKind.EMPTY_WORD, "line " + in.line());
        return true;
      }
      problems.add(
          problem.isNotFinite() ? ProblemKind.NOT_FINITE : ProblemKind.UNREADABLE_ROW,
          "line " + in.line() + ": " + problem.problem());
      return false;
    }
    visitor.visit(word, row.values());
    return true;
  }

  private void compare(Header header, long rows, long emptyLines, ProblemCollector problems) {
    if (header.dimensions() != dimensions) {
      problems.add(
          ProblemKind.OTHER_DIMENSIONS,
          String.format(
              Locale.ROOT,
              "line 1: the header promises %d, rows have %d",
              header.dimensions(),
              dimensions));
    }
    String place =
        String.format(Locale.ROOT, "line 1: the header promises %d, found %d", header.rows(), rows);
    if (rows + emptyLines < header.rows()) {
      problems.add(ProblemKind.FEWER_ROWS, header.rows() - rows, place);
    } else if (rows > header.rows()) {
      problems.add(ProblemKind.MORE_ROWS, rows - header.rows(), place);
    }
  }
}
