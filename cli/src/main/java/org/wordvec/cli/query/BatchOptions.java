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

/** Where many questions come from. */
final class BatchOptions extends CsvOptions {
  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "Answer the questions in this file, or - for standard input, in their order: one a line,"
              + " or with --column a CSV file, or TSV if it is called so (default: none).")
  private @Nullable Path input;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      split = ",",
      description =
          "The column of a CSV or TSV file that holds the questions, as --csv-column has it: its"
              + " name in the first row, or its number from 1, where the first row is data;"
              + " similarity takes two, as in a,b (default: none).")
  private List<String> columns = List.of();

  @Option(
      names = "--input-format",
      paramLabel = "lines|csv|tsv",
      description = "How the input is laid out (default: by its name and --column).")
  private @Nullable InputFormat format;

  @Option(
      names = "--unknown",
      paramLabel = "error|skip|empty",
      defaultValue = "error",
      description =
          "Where a word of the input has no vector, or one of zeros: stop, leave the question out,"
              + " or give a row without an answer (default: ${DEFAULT-VALUE}).")
  UnknownWords unknown = UnknownWords.ERROR;

  boolean isGiven() {
    return input != null;
  }

  /** Checks that the options go together. */
  void check(int columnsNeeded) {
    requireTable(input != null, "--input");
    if (input == null && (format != null || !columns.isEmpty())) {
      throw new IllegalArgumentException("--column and --input-format need --input");
    }
    requireTable(layout() != InputFormat.LINES, "--column");
    if (input != null && (layout() != InputFormat.LINES) != (columns.size() == columnsNeeded)) {
      throw new IllegalArgumentException(
          layout() == InputFormat.LINES
              ? "--column does not go with --input-format lines"
              : String.format(
                  Locale.ROOT,
                  "a CSV or TSV input needs --column with %d %s",
                  columnsNeeded,
                  columnsNeeded == 1 ? "column" : "columns"));
    }
  }

  /** Opens the input, or standard input if none was named. */
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
