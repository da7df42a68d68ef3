package org.wordvec.cli.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.TextFile;

/** Reads a query from each row of a table, from one or more of its columns. */
final class ColumnQueries implements Queries {
  private final String name;
  private final CsvRows rows;
  private final int[] columns;
  private final boolean byNumber;

  ColumnQueries(TextFile file, CsvDialect dialect, List<String> columns) throws IOException {
    this.name = file.name();
    this.rows = CsvRows.open(file, dialect);
    this.columns = rows.columns(columns);
    this.byNumber = dialect.header() == CsvDialect.Header.AUTO;
  }

  @Override
  public Optional<Query> next() throws IOException {
    if (!rows.next()) {
      return Optional.empty();
    }
    List<String> cells = new ArrayList<>();
    for (int column : columns) {
      cells.add(rows.text(column).strip());
    }
    return Optional.of(new Query(place(), cells));
  }

  private String place() {
    String place = name + ", line " + rows.number();
    return byNumber && rows.number() == 1
        ? place + " (if it is a header, --csv-header yes)"
        : place;
  }

  // The parser reads ahead, so whether a row is ready is unknown.
  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
