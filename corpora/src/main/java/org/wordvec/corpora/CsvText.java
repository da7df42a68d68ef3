package org.wordvec.corpora;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The text of one column, a record a line. Bytes pass as they are, by way of ISO 8859-1: what
 * separates records and fields is ASCII, and whether the text is UTF-8 is for others to judge.
 */
final class CsvText extends GeneratedText {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final String name;
  private final String column;
  private int place = -1;

  private CsvText(CSVParser parser, String name, String column) {
    this.parser = parser;
    this.records = parser.iterator();
    this.name = name;
    this.column = column;
  }

  static InputStream open(InputStream in, SourceFormat.Csv format, String name) throws IOException {
    char delimiter =
        format.delimiter().orElse(name.matches("(?i).*\\.(tsv|tab)(\\.\\w+)?") ? '\t' : ',');
    CSVFormat csv = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    return new CsvText(
        CSVParser.parse(new InputStreamReader(in, StandardCharsets.ISO_8859_1), csv),
        name,
        format.column());
  }

  @Override
  byte[] next() throws IOException {
    if (place < 0) {
      CSVRecord first = record();
      if (first == null) {
        return END;
      }
      int named = place(first);
      if (named >= 0) {
        place = named;
      } else {
        place = number(first);
        return line(first);
      }
    }
    CSVRecord record = record();
    return record == null ? END : line(record);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private byte[] line(CSVRecord record) {
    String text = place < record.size() ? record.get(place) : "";
    return (text + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private @org.jspecify.annotations.Nullable CSVRecord record() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new CorpusException(
          "%s: line %d: no CSV: %s".formatted(name, parser.getCurrentLineNumber(), reason(e)), e);
    }
  }

  private static String reason(RuntimeException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  private int place(CSVRecord header) {
    for (int i = 0; i < header.size(); i++) {
      if (utf8(header.get(i)).equals(column)) {
        return i;
      }
    }
    return -1;
  }

  private int number(CSVRecord first) throws CorpusException {
    if (column.matches("[1-9][0-9]{0,5}")) {
      int number = Integer.parseInt(column);
      if (number <= first.size()) {
        return number - 1;
      }
    }
    List<String> columns = first.stream().map(CsvText::utf8).limit(20).toList();
    throw new CorpusException(
        "%s: line 1: no column '%s'; there are %s"
            .formatted(name, column, String.join(", ", columns)));
  }

  /** Without the mark that some programs put before the first column. */
  private static String utf8(String latin) {
    String text = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
