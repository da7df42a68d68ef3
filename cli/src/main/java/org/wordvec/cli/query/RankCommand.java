package org.wordvec.cli.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;
import org.wordvec.vectors.search.Neighbors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec rank}. */
@Command(
    name = "rank",
    customSynopsis = "wordvec rank [OPTIONS] MODEL WORD CANDIDATE...",
    description = "Ranks words by their cosine with another word, the nearest first.",
    footer = "  wordvec rank vectors.bin king queen prince cabbage")
public final class RankCommand extends QueryCommand {
  @Parameters(index = "1", paramLabel = "WORD", description = "The word to compare with.")
  private String word = "";

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "CANDIDATE",
      description = "The words to rank.")
  private List<String> candidates = List.of();

  public RankCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public boolean setOperands(List<String> operands) {
    if (operands.size() < 2) {
      return false;
    }
    word = operands.getFirst();
    candidates = operands.subList(1, operands.size());
    return true;
  }

  @Override
  protected List<String> queryWords() {
    List<String> queryWords = new ArrayList<>(candidates);
    queryWords.addFirst(word);
    return queryWords;
  }

  @Override
  protected Report result(Model opened) {
    Neighbors neighbors = neighbors(opened);
    record Candidate(String word, double cosine) {}
    List<Candidate> ordered =
        candidates.stream()
            .map(candidate -> new Candidate(candidate, neighbors.similarity(word, candidate)))
            .sorted(Comparator.comparingDouble(Candidate::cosine).reversed())
            .toList();
    List<List<Object>> rows = new ArrayList<>();
    for (Candidate candidate : ordered) {
      rows.add(List.of(word, rows.size() + 1, candidate.word(), candidate.cosine()));
    }
    List<Column> columns =
        List.of(Column.of("query"), Column.of("rank"), Column.of("word"), new Column("cosine", 4));
    return new Report(new Table("rank", "", columns, rows));
  }
}
