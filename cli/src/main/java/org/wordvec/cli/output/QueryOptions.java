package org.wordvec.cli.output;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the output format of every query. */
public final class QueryOptions {
  @Option(
      names = "--format",
      paramLabel = "table|tsv|csv|json|jsonl",
      description =
          "Output format; all formats except table print numbers at full precision; jsonl is one"
              + " JSON object per line (default: table; tsv with --input).")
  private @Nullable OutputFormat format;

  @Option(
      names = "--csv-safe",
      description =
          "In CSV and TSV, put an apostrophe before words that begin with =, +, -, @, a tab or a"
              + " carriage return, so that spreadsheets do not run them as formulas (default: leave"
              + " words unchanged).")
  private boolean csvSafe;

  /** Returns the format for a result that is complete before it is printed. */
  public ResultFormat whole() {
    return with(format == null ? OutputFormat.TABLE : format);
  }

  /** Returns the format for results that are printed while further queries run. */
  public ResultFormat streamed() {
    if (format == null) {
      return with(OutputFormat.TSV);
    }
    if (!format.streams()) {
      throw new IllegalArgumentException(
          "results that are printed as they come need --format tsv, csv or jsonl");
    }
    return with(format);
  }

  /** Returns whether words must be written so that spreadsheets do not run them as formulas. */
  public boolean isSpreadsheetSafe() {
    return csvSafe;
  }

  private ResultFormat with(OutputFormat kind) {
    return new ResultFormat(kind, csvSafe);
  }
}
