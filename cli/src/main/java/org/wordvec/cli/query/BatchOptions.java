package org.wordvec.cli.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.UnknownWords;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CsvOptions;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.TextFile;
import picocli.CommandLine.Option;

/** Options for a file of queries. */
final class BatchOptions extends CsvOptions {
  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "Run the queries in this file, or standard input if it is -, in order: one query per"
              + " line, or a CSV or TSV file with --column (default: none).")
  private @Nullable Path input;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      split = ",",
      description =
          "The column of a CSV or TSV input that holds the queries, as for --csv-column: its name"
              + " in the header row, or its number from 1 if the first row is data; similarity"
              + " takes two, such as a,b (default: none).")
  private List<String> columns = List.of();

  @Option(
      names = "--input-format",
      paramLabel = "lines|csv|tsv",
      description = "Format of the input (default: by file name and --column).")
  private @Nullable InputFormat format;

  @Option(
      names = "--unknown",
      paramLabel = "error|skip|empty",
      defaultValue = "error",
      description =
          "If a word of a query has no vector or a zero vector: stop with an error, skip the query,"
              + " or print a row without a result (default: ${DEFAULT-VALUE}).")
  UnknownWords unknown = UnknownWords.ERROR;

  boolean isGiven() {
    return input != null;
  }

  /** Throws if the options contradict each other. */
  void check(int columnsNeeded) {
    requireTable(input != null, "--input");
    if (input == null && (format != null || !columns.isEmpty())) {
      throw new IllegalArgumentException("--column and --input-format need --input");
    }
    requireTable(layout() != InputFormat.LINES, "--column");
    if (input != null && (layout() != InputFormat.LINES) != (columns.size() == columnsNeeded)) {
      throw new IllegalArgumentException(
          layout() == InputFormat.LINES
              ? "--column cannot be used with --input-format lines"
              : String.format(
                  Locale.ROOT,
                  "a CSV or TSV input needs --column with %d %s",
                  columnsNeeded,
                  columnsNeeded == 1 ? "column" : "columns"));
    }
  }

  /** Opens the input, or standard input if no file was named. */
  Queries open(Terminal terminal) throws IOException {
    TextFile file = terminal.text(input == null ? Path.of(TextFile.STANDARD_INPUT) : input);
    return switch (layout()) {
      case LINES -> new LineQueries(file.name(), file.lines());
      case CSV, TSV -> new ColumnQueries(file, table(), columns);
    };
  }

  private CsvDialect table() {
    CsvDialect dialect = dialect();
    return dialect.delimiter().isPresent()
        ? dialect
        : dialect.delimitedBy(layout() == InputFormat.TSV ? '\t' : ',');
  }

  private InputFormat layout() {
    if (format != null) {
      return format;
    }
    String name =
        input == null
            ? ""
            : input.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|xz|zst)$", "");
    if (name.endsWith(".tsv") || name.endsWith(".tab")) {
      return InputFormat.TSV;
    }
    return name.endsWith(".csv") || !columns.isEmpty() ? InputFormat.CSV : InputFormat.LINES;
  }
}
