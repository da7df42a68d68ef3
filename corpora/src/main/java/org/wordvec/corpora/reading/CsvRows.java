package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a delimited text table.
 *
 * <p>Bytes are preserved by decoding them as ISO 8859-1: delimiters are ASCII, and UTF-8 is
 * validated only when the text of a cell is requested. Not safe for use by several threads.
 */
public final class CsvRows implements Closeable {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");
  private static final int NAMED = 20;

  /** The line before the rows in which Excel declares the delimiter, with or without quotes. */
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("(?i)(\"?)sep=([\\t \\p{Punct}])\\1[\r\n]?");

  private static final int LONGEST_SEPARATOR_LINE = 8;

  private final String name;
  private final CsvDialect dialect;
  private final Guard guard;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  /** Number of lines before the rows. */
  private final long firstLines;

  private @Nullable CSVRecord row;
  private @Nullable CSVRecord pending;
  private long number = 1;
  private long next = 1;
  private int named;

  /** Maximum number of cells of a row; 0 if no columns were requested. */
  private int width;

  private CsvRows(String name, CsvDialect dialect, InputStream utf8) throws IOException {
    BufferedInputStream text = new BufferedInputStream(utf8);
    if (FirstBytes.are(text, 0xef, 0xbb, 0xbf)) {
      text.skipNBytes(3);
    }
    Optional<Character> ofFirstLine = namedDelimiter(text, dialect);
    if (ofFirstLine.isPresent()) {
      skipLine(text);
      next = 2;
    }
    this.name = name;
    this.dialect = dialect;
    this.firstLines = next - 1;
    this.guard = new Guard(new InputStreamReader(text, StandardCharsets.ISO_8859_1));
    this.parser =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(
                dialect.delimiter().or(() -> ofFirstLine).orElse(dialect.delimiterOf(name)))
            .setQuote(dialect.quote().orElse(null))
            .setEscape(dialect.escape().orElse(null))
            .setIgnoreEmptyLines(true)
            .get()
            .parse(guard);
    this.records = parser.iterator();
  }

  /**
   * Returns the delimiter that Excel declares in the first line of a table, such as {@code sep=;}.
   * Consumes nothing.
   */
  public static Optional<Character> namedDelimiter(BufferedInputStream text, CsvDialect dialect)
      throws IOException {
    byte[] first = FirstBytes.line(text, LONGEST_SEPARATOR_LINE);
    Matcher line = SEPARATOR_LINE.matcher(new String(first, StandardCharsets.ISO_8859_1));
    return line.matches()
        ? Optional.of(line.group(2).charAt(0)).filter(dialect::canHaveDelimiter)
        : Optional.empty();
  }

  private static void skipLine(BufferedInputStream text) throws IOException {
    int end = text.read();
    while (end >= 0 && end != '\n' && end != '\r') {
      end = text.read();
    }
    if (end == '\r' && FirstBytes.are(text, '\n')) {
      text.skipNBytes(1);
    }
  }

  /** Opens a text file as a table. */
  public static CsvRows open(TextFile file, CsvDialect dialect) throws IOException {
    return new CsvRows(file.name(), dialect, file.utf8());
  }

  /** Opens a stream of UTF-8 as a table; malformed bytes are allowed. */
  public static CsvRows open(InputStream utf8, String name, CsvDialect dialect) throws IOException {
    return new CsvRows(name, dialect, utf8);
  }

  /**
   * Finds columns by the first row; must be called before the first {@link #next}.
   *
   * @param wanted for each column its number from 1, or its name in the first row; a name that is a
   *     number or begins with {@code =} is written after {@code =}
   * @return the indexes of the columns, from 0
   * @throws TextFileException if a column does not exist; the message lists the existing ones
   */
  public int[] columns(List<String> wanted) throws IOException {
    CSVRecord first = record();
    boolean byName = wanted.stream().anyMatch(column -> !NUMBER.matcher(column).matches());
    if (byName && dialect.header() == CsvDialect.Header.NO) {
      throw new IllegalArgumentException("a table without a header has columns by number alone");
    }
    if (first == null) {
      return new int[wanted.size()];
    }
    width = first.size();
    int[] places = new int[wanted.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(first, wanted.get(i));
    }
    if (byName || dialect.header() == CsvDialect.Header.YES) {
      named = first.size();
    } else {
      pending = first;
    }
    return places;
  }

  /** Returns the number of column names in the first row; 0 if it is data. */
  public int named() {
    return named;
  }

  private int place(CSVRecord first, String column) throws TextFileException {
    if (NUMBER.matcher(column).matches()) {
      if (column.length() < 7 && Integer.parseInt(column) <= first.size()) {
        return Integer.parseInt(column) - 1;
      }
      throw failure(
          String.format(
              Locale.ROOT, "no column %s; there are %d%s", column, first.size(), hint(first)));
    }
    String named = column.startsWith("=") ? column.substring(1) : column;
    List<String> all = first.stream().map(cell -> readable(cell).strip()).toList();
    int place = all.indexOf(named);
    if (place != all.lastIndexOf(named)) {
      throw failure(
          String.format(
              Locale.ROOT,
              "columns %d and %d are both '%s'; ask for one by its number",
              place + 1,
              all.lastIndexOf(named) + 1,
              named));
    }
    if (place >= 0) {
      return place;
    }
    List<String> names = all.stream().limit(NAMED).toList();
    throw failure(
        "no column '%s'; there are %s%s".formatted(named, String.join(", ", names), hint(first)));
  }

  /** Returns a hint where a table of one column seems to have another delimiter. */
  private static String hint(CSVRecord first) {
    for (String sign : List.of("\t", ";", ",", "|")) {
      if (first.size() == 1 && first.get(0).contains(sign)) {
        return "; does --csv-delimiter '%s' fit?".formatted(sign.equals("\t") ? "\\t" : sign);
      }
    }
    return "";
  }

  /**
   * Advances to the next row; returns whether there is one.
   *
   * @throws TextFileException if the row is not valid in this dialect, or if columns were requested
   *     and it has more cells than the first row
   */
  public boolean next() throws IOException {
    CSVRecord read = pending == null ? record() : pending;
    row = read;
    pending = null;
    if (read != null && width > 0) {
      requireNoMore(read);
    }
    return read != null;
  }

  /** Rejects additional cells: unquoted text with a delimiter in it would be truncated silently. */
  private void requireNoMore(CSVRecord read) throws TextFileException {
    for (int column = width; column < read.size(); column++) {
      if (!read.get(column).isBlank()) {
        throw failure(
            String.format(
                Locale.ROOT,
                "%d cells, where the first row has %d; text that has a delimiter in it needs quotes"
                    + " around it",
                read.size(),
                width));
      }
    }
  }

  private @Nullable CSVRecord record() throws IOException {
    number = next;
    guard.rowBegins();
    try {
      CSVRecord read = records.hasNext() ? records.next() : null;
      next = firstLines + parser.getCurrentLineNumber() + 1;
      return read;
    } catch (UncheckedIOException | IllegalStateException e) {
      if (e.getCause() instanceof TextFileException namesTheFile) {
        throw namesTheFile;
      }
      throw new TextFileException(
          String.format(
              Locale.ROOT,
              "%s: line %d: not CSV: %s; --csv-quote none reads quotes as text",
              name,
              number,
              reason(e)),
          e);
    }
  }

  private static String reason(RuntimeException e) {
    String reason = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    if (reason.contains("EOF reached before encapsulated token finished")) {
      return "a quote that opens here is not closed";
    }
    return reason.contains("between encapsulated token and delimiter")
        ? "text behind a closing quote"
        : reason;
  }

  /** Returns the number of cells of the current row. */
  public int size() {
    return current().size();
  }

  /** Returns the bytes of a cell, which may be invalid UTF-8; empty if the row is too short. */
  public byte[] bytes(int column) {
    CSVRecord cells = current();
    String cell = column < cells.size() ? cells.get(column) : "";
    return cell.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns the text of a cell.
   *
   * @throws TextFileException if the row has no such cell, or if the cell is not valid UTF-8
   */
  public String text(int column) throws TextFileException {
    if (column >= size()) {
      throw failure(
          String.format(Locale.ROOT, "has %d cells, where %d were expected", size(), column + 1));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(column))).toString();
    } catch (CharacterCodingException e) {
      throw new TextFileException(
          name + ": line " + number + ": not valid UTF-8; convert the file to UTF-8", e);
    }
    if (text.indexOf('\0') >= 0) {
      throw failure("a NUL byte, where text was expected");
    }
    return text;
  }

  /** Returns the line in which the current row begins, from 1. */
  public long number() {
    return number;
  }

  /** Creates an error that names the current row. */
  public TextFileException failure(String problem) {
    return TextFileException.atLine(name, number, problem);
  }

  private CSVRecord current() {
    if (row == null) {
      throw new IllegalStateException("there is no row");
    }
    return row;
  }

  private static String readable(String cell) {
    return new String(cell.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /**
   * Limits the size of a row: an unclosed quote would otherwise read the rest of the file into
   * memory.
   */
  private final class Guard extends FilterReader {
    private static final long LONGEST = 64 << 20;

    private long left = LONGEST;

    Guard(Reader in) {
      super(in);
    }

    void rowBegins() {
      left = LONGEST;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      if (left <= 0) {
        throw TextFileException.atLine(
            name,
            number,
            "a row of more than 64 MiB: is a quote not closed? --csv-quote none reads quotes as"
                + " text");
      }
      int count;
      try {
        count = in.read(buffer, from, length);
      } catch (TextFileException namesTheFile) {
        throw namesTheFile;
      } catch (IOException e) {
        throw new TextFileException(name + ": cannot be read: " + TextFileException.reason(e), e);
      }
      left -= Math.max(0, count);
      return count;
    }
  }
}
