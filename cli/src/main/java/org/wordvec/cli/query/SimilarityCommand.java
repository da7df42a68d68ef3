package org.wordvec.cli.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.output.ResultFormat;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;
import org.wordvec.vectors.search.Neighbors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec similarity}. */
@Command(
    name = "similarity",
    customSynopsis = {
      "wordvec similarity [OPTIONS] MODEL A B...",
      "       wordvec similarity [OPTIONS] MODEL --input FILE",
    },
    description = {
      "Computes the cosine of two words, or of every pair of several words.",
      "1 means the same direction, 0 means unrelated."
    },
    footer = {
      "  wordvec similarity vectors.bin king queen",
      "  wordvec similarity vectors.bin paris london berlin",
      "  wordvec similarity vectors.bin --input pairs.csv --column left,right"
    })
public final class SimilarityCommand extends QueryCommand {
  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WORD",
      description = "Two words or more; an input file has two words on each line.")
  private List<String> words = List.of();

  @Mixin(name = GroupedOptions.INPUT)
  private final BatchOptions batch = new BatchOptions();

  public SimilarityCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public boolean setOperands(List<String> operands) {
    words = operands;
    return true;
  }

  @Override
  protected void check() {
    batch.check(2);
    if (isBatch() ? !words.isEmpty() : words.size() < 2) {
      throw new IllegalArgumentException("similarity takes two words or more, or --input");
    }
  }

  @Override
  protected boolean isBatch() {
    return batch.isGiven();
  }

  @Override
  protected List<String> queryWords() {
    return words;
  }

  @Override
  protected Report result(Model opened) {
    List<List<Object>> rows = new ArrayList<>();
    Neighbors neighbors = neighbors(opened);
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        rows.add(row(List.of(words.get(i), words.get(j)), neighbors, opened));
      }
    }
    return new Report(new Table("similarity", "", columns(opened), rows));
  }

  @Override
  protected void runBatch(Model opened, ResultFormat format) throws IOException {
    Neighbors neighbors = neighbors(opened);
    List<Column> columns = columns(opened);
    StreamedResults results = new StreamedResults(batch, opened);
    results.run(
        columns,
        format,
        (block, threads) -> {
          List<Query> pairs = block.stream().map(SimilarityCommand::pair).toList();
          List<Optional<List<Object>>> known =
              results.resolve(pairs, pair -> row(pair.cells(), neighbors, opened));
          List<List<Object>> rows = new ArrayList<>();
          for (int i = 0; i < pairs.size(); i++) {
            Query pair = pairs.get(i);
            rows.addAll(
                known
                    .get(i)
                    .map(List::of)
                    .orElseGet(() -> results.emptyRows(pair, columns.size())));
          }
          return rows;
        },
        terminal());
  }

  /**
   * Returns the two words of a line, separated by a tab, so that they may contain spaces, or else
   * by white space.
   */
  private static Query pair(Query line) {
    if (line.cells().size() == 2) {
      return line;
    }
    String text = line.text();
    List<String> words = List.of(text.split(text.contains("\t") ? "\t" : "\\s+", -1));
    if (words.size() != 2) {
      throw line.failure("expected two words, found " + words.size());
    }
    return new Query(line.place(), words);
  }

  private static List<Column> columns(Model opened) {
    List<Column> columns =
        new ArrayList<>(List.of(Column.of("a"), Column.of("b"), new Column("cosine", 4)));
    if (opened.hasSubwords()) {
      columns.add(Column.of("composed"));
    }
    return columns;
  }

  private static List<Object> row(List<String> pair, Neighbors neighbors, Model opened) {
    double cosine = neighbors.similarity(pair.getFirst(), pair.getLast());
    List<Object> row = new ArrayList<>(List.of(pair.getFirst(), pair.getLast(), cosine));
    if (opened.hasSubwords()) {
      row.add(!opened.composed(pair).isEmpty());
    }
    return row;
  }
}
