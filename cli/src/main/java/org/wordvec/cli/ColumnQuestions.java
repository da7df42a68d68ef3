package org.wordvec.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wordvec.corpora.reading.TextFile;

/** A question a row of CSV or TSV, from columns that the header names. */
final class ColumnQuestions implements Questions {
  private final String name;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final List<String> columns;

  ColumnQuestions(TextFile file, CSVFormat dialect, List<String> columns) throws IOException {
    this.name = file.name();
    this.columns = columns;
    this.parser =
        dialect.builder().setHeader().setSkipHeaderRecord(true).get().parse(file.reader());
    for (String column : columns) {
      if (!parser.getHeaderNames().contains(column)) {
        throw new FailedException(
            "%s: no column \"%s\"; its columns are %s"
                .formatted(name, column, String.join(", ", parser.getHeaderNames())));
      }
    }
    this.rows = parser.iterator();
  }

  @Override
  public Optional<Question> next() throws IOException {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      CSVRecord row = rows.next();
      String place = name + ", line " + parser.getCurrentLineNumber();
      if (!columns.stream().allMatch(row::isSet)) {
        throw new FailedException(place + ": fewer cells than the header names");
      }
      return Optional.of(new Question(place, columns.stream().map(row::get).toList()));
    } catch (UncheckedIOException | IllegalStateException malformed) {
      String line = name + ", line " + parser.getCurrentLineNumber();
      throw new FailedException(line + ": " + malformed.getMessage(), malformed);
    }
  }

  // The parser reads ahead, so that nobody can tell.
  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
