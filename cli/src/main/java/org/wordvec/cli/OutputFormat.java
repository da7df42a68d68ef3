package org.wordvec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.commons.csv.CSVFormat;

/** How an answer looks. */
enum OutputFormat {
  TABLE,
  TSV,
  CSV,
  JSON;

  /** Prints an answer, and in the formats without comments what was noted of it on {@code err}. */
  void print(Report report, Terminal terminal) throws IOException {
    PrintWriter out = terminal.out();
    switch (this) {
      case TABLE -> TextTable.print(report, out);
      case TSV -> DelimitedText.print(report, CSVFormat.TDF, terminal);
      case CSV -> DelimitedText.print(report, CSVFormat.DEFAULT, terminal);
      case JSON -> JsonText.print(report, out);
    }
  }
}
