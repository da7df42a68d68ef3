package org.wordvec.cli;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.Report.Column;
import org.wordvec.cli.Report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec similarity}. */
@Command(
    name = "similarity",
    customSynopsis = "wordvec similarity [OPTIONS] MODEL A B",
    description = {
      "Computes the cosine of two words.",
      "1 is the same direction, 0 nothing in common."
    },
    footer = "  wordvec similarity vectors.bin king queen")
final class SimilarityCommand extends QueryCommand {
  @Parameters(index = "1", paramLabel = "A", description = "A word.")
  private String first = "";

  @Parameters(index = "2", paramLabel = "B", description = "Another word.")
  private String second = "";

  SimilarityCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> asked() {
    return List.of(first, second);
  }

  @Override
  Report answer(Model opened) {
    double cosine = opened.neighbors().similarity(first, second);
    List<Column> columns =
        new ArrayList<>(List.of(Column.of("a"), Column.of("b"), new Column("cosine", 4)));
    List<Object> row = new ArrayList<>(List.of(first, second, cosine));
    if (opened.hasSubwords()) {
      columns.add(Column.of("composed"));
      row.add(!opened.composed(asked()).isEmpty());
    }
    return new Report(new Table("similarity", "", columns, List.of(row)));
  }
}
