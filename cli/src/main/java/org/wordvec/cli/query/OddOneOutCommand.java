package org.wordvec.cli.query;

import java.util.List;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;
import org.wordvec.vectors.search.OddOneOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec odd-one-out}. */
@Command(
    name = "odd-one-out",
    customSynopsis = "wordvec odd-one-out [OPTIONS] MODEL WORD...",
    description = {
      "Finds the word that does not belong with the others.",
      "Lists all words by their cosine with the mean of the normalised vectors; the odd one comes"
          + " first."
    },
    footer = "  wordvec odd-one-out vectors.bin breakfast cereal dinner lunch")
public final class OddOneOutCommand extends QueryCommand {
  @Parameters(
      index = "1..*",
      arity = "3..*",
      paramLabel = "WORD",
      description = "Three words or more.")
  private List<String> words = List.of();

  public OddOneOutCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public boolean setOperands(List<String> operands) {
    words = operands;
    return operands.size() >= 3;
  }

  @Override
  protected List<String> queryWords() {
    return words;
  }

  @Override
  protected Report result(Model opened) {
    List<List<Object>> rows =
        OddOneOut.order(neighbors(opened), words).stream()
            .map(member -> List.<Object>of(member.word(), member.cosine()))
            .toList();
    List<Column> columns = List.of(Column.of("word"), new Column("cosine", 4));
    return new Report(new Table("odd-one-out", "", columns, rows));
  }
}
