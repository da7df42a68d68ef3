package org.wordvec.cli.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.senses.evaluation.SensePairs.RatedPair;
import picocli.CommandLine.Option;

/** Option for contexts of rated words. */
final class SensePairOptions {
  @Option(
      names = "--pairs-contexts",
      paramLabel = "COLUMN,COLUMN",
      hideParamSyntax = true,
      split = ",",
      description =
          "The columns of the --pairs file with a context of each word, as in SCWS; for models of"
              + " 'train senses' (default: none).")
  List<String> contexts = List.of();

  /** Throws if the option is incomplete. */
  void check(EvaluationOptions options) {
    if (contexts.isEmpty()) {
      return;
    }
    if (contexts.size() != 2 || options.pairs == null || options.pairsColumns.isEmpty()) {
      throw new IllegalArgumentException(
          "--pairs-contexts takes two columns, and needs --pairs and --pairs-columns");
    }
  }

  /** Reads pairs with contexts. */
  List<RatedPair> read(Path file, List<String> columns, CsvDialect dialect, Terminal terminal)
      throws IOException {
    List<String> all = new ArrayList<>(columns);
    all.addAll(contexts);
    List<RatedPair> pairs = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(terminal.text(file), dialect)) {
      int[] places = rows.columns(all);
      while (rows.next()) {
        String score = rows.text(places[2]).strip();
        try {
          pairs.add(
              new RatedPair(
                  rows.text(places[0]).strip(),
                  rows.text(places[1]).strip(),
                  Double.parseDouble(score),
                  List.of(rows.text(places[3]), rows.text(places[4]))));
        } catch (NumberFormatException e) {
          throw TextFileException.atLine(
              file.toString(), rows.number(), "'%s' is not a score".formatted(score));
        }
      }
    }
    return pairs;
  }
}
