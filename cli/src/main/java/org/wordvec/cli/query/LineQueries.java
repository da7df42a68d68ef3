package org.wordvec.cli.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wordvec.corpora.reading.NumberedLines;

/** Reads one query from each line; blank lines are skipped. */
final class LineQueries implements Queries {
  private final String name;
  private final NumberedLines lines;

  LineQueries(String name, NumberedLines lines) {
    this.name = name;
    this.lines = lines;
  }

  @Override
  public Optional<Query> next() throws IOException {
    while (lines.next()) {
      String text = lines.text().strip();
      if (!text.isEmpty()) {
        return Optional.of(new Query(name + ", line " + lines.number(), List.of(text)));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean isReady() throws IOException {
    return lines.isReady();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
