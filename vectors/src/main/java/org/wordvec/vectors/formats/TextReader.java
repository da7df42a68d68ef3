package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.RowException;
import org.wordvec.vectors.reading.SuspiciousWords;
import org.wordvec.vectors.reading.TextRow;

/** Reads the rows of text files. Not safe for use by several threads. */
final class TextReader {
  private final ByteReader in;
  private final TextLayout layout;
  private final Arena arena;
  private final List<String> notes = new ArrayList<>();
  private final SuspiciousWords oddWords = new SuspiciousWords();
  private final LeftOut emptyLines = new LeftOut("empty line", "empty lines");
  private final LeftOut emptyWords = new LeftOut("row without a word", "rows without a word");

  private TextReader(ByteReader in, TextLayout layout, Arena arena) {
    this.in = in;
    this.layout = layout;
    this.arena = arena;
  }

  /**
   * Reads a file whose first line is the current one.
   *
   * @param vocabulary file with the words of a matrix, or null for the one beside it
   */
  static VectorFormat.Opened read(
      ByteReader in, TextLayout layout, @Nullable Path vocabulary, Arena arena) throws IOException {
    TextReader reader = new TextReader(in, layout, arena);
    WordVectors vectors =
        layout.wordless()
            ? reader.matrix(vocabulary)
            : layout.header().isPresent()
                ? reader.withHeader(layout.header().get())
                : reader.withoutHeader();
    return new VectorFormat.Opened(layout.format(), vectors, reader.notes);
  }

  private WordVectors withHeader(Header header) throws IOException {
    // A value takes at least a separator and a digit, a row at least a letter and a newline
    // besides.
    header.check(in, 2, 2);
    long top = in.line();
    long above = top - 1;
    emptyLines.pending = above;
    emptyLines.confirm(1);
    if (!layout.unusual().isEmpty()) {
      notes.add("line " + top + ": \"" + layout.unusual() + "\" is taken for the header");
    }
    try (RowCollector collector =
        new RowCollector(in, arena, (int) header.rows(), (int) header.dimensions())) {
      readRows(collector, (int) header.dimensions());
      long rows = collector.size() + emptyWords.count;
      if (rows + emptyLines.count - above < header.rows()) {
        throw VectorFormatException.atLine(
            in.path(),
            in.line() + 1,
            String.format(
                Locale.ROOT,
                "the file ends after %d of the %d rows that its header promises",
                rows,
                header.rows()));
      }
      if (rows > header.rows()) {
        notes.add(
            String.format(
                Locale.ROOT,
                "line %d: the header promises %d rows, and there are %d",
                top,
                header.rows(),
                rows));
      }
      return vectors(collector);
    }
  }

  private WordVectors withoutHeader() throws IOException {
    try (RowCollector collector = new RowCollector(in, arena, countRows(), dimensions())) {
      in.rewind();
      readRows(collector, dimensions());
      return vectors(collector);
    }
  }

  private WordVectors matrix(@Nullable Path vocabulary) throws IOException {
    VocabularyFile file = MatrixWords.find(in.path(), vocabulary);
    WordVectors numbers = withoutHeader();
    WordList words = file.read(numbers.size());
    return new WordVectors(words, numbers.matrix());
  }

  private int dimensions() throws VectorFormatException {
    long dimensions = layout.dimensions();
    if (dimensions > Header.MOST_DIMENSIONS) {
      throw VectorFormatException.atLine(
          in.path(),
          1,
          String.format(
              Locale.ROOT,
              "has %d values; at most %d can be read",
              dimensions,
              Header.MOST_DIMENSIONS));
    }
    return (int) dimensions;
  }

  private int countRows() throws IOException {
    if (in.isPacked()) {
      return Integer.MAX_VALUE;
    }
    long rows = 1;
    while (in.nextLine()) {
      if (!isBlank()) {
        rows = in.line();
      }
    }
    if (rows > Integer.MAX_VALUE) {
      throw new VectorFormatException(in.path(), "has more than " + Integer.MAX_VALUE + " rows");
    }
    return (int) rows;
  }

  private void readRows(RowCollector collector, int dimensions) throws IOException {
    TextRow row = new TextRow(dimensions);
    notes.addAll(layout.words().notes());
    boolean above = layout.isNamed();
    long blank = 0;
    while (in.nextLine()) {
      if (isBlank()) {
        blank = blank == 0 ? in.line() : blank;
        emptyLines.pending++;
        continue;
      }
      // Empty lines at the end of a file are usual.
      emptyLines.confirm(blank);
      blank = 0;
      if (above) {
        notes.addFirst(
            "line "
                + in.line()
                + ": \""
                + layout.unusual()
                + "\" is taken for names of columns and left out");
        above = false;
        continue;
      }
      try {
        readRow(row, collector);
      } catch (RowException problem) {
        if (!problem.isWordless()) {
          throw VectorFormatException.atLine(in.path(), in.line(), problem.problem());
        }
        emptyWords.pending++;
        emptyWords.confirm(in.line());
      }
    }
  }

  private void readRow(TextRow row, RowCollector collector) throws RowException, IOException {
    int start = in.lineStart();
    if (layout.wordless()) {
      row.parseNumbers(in.window(), start, in.lineEnd());
    } else {
      start = layout.words().start(in.window(), start, in.lineEnd());
      row.parse(in.window(), start, in.lineEnd());
    }
    if (layout.changesWords() && !layout.wordless()) {
      byte[] word = layout.word(in.window(), start, row.wordEnd());
      oddWords.check(word, 0, word.length, collector.size());
      collector.add(row.values(), word, 0, word.length);
    } else {
      if (!layout.wordless()) {
        oddWords.check(in.window(), start, row.wordEnd(), collector.size());
      }
      collector.add(row.values(), in.window(), start, row.wordEnd() - start);
    }
  }

  private WordVectors vectors(RowCollector collector) throws IOException {
    if (collector.size() == 0) {
      throw new VectorFormatException(in.path(), "has no row with a word");
    }
    emptyLines.note(notes);
    emptyWords.note(notes);
    oddWords.note(notes);
    return collector.vectors();
  }

  private boolean isBlank() {
    return TextRow.isBlank(in.window(), in.lineStart(), in.lineEnd());
  }

  /** Counts skipped lines and remembers the first one. */
  private static final class LeftOut {
    private final String one;
    private final String several;
    private long pending;
    private long count;
    private long first;

    LeftOut(String one, String several) {
      this.one = one;
      this.several = several;
    }

    void confirm(long line) {
      if (pending > 0 && count == 0) {
        first = line;
      }
      count += pending;
      pending = 0;
    }

    void note(List<String> notes) {
      if (count == 1) {
        notes.add(String.format(Locale.ROOT, "line %d: the %s is left out", first, one));
      } else if (count > 1) {
        notes.add(
            String.format(
                Locale.ROOT, "%d %s are left out, the first is line %d", count, several, first));
      }
    }
  }
}
