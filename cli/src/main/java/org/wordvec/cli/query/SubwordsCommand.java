package org.wordvec.cli.query;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.fasttext.FastTextModel.Part;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wordvec subwords}. */
@Command(
    name = "subwords",
    customSynopsis = "wordvec subwords [OPTIONS] MODEL WORD",
    description = {
      "Shows how a FastText model composes the vector of a word.",
      "Prints one row for the word itself, if it is in the vocabulary, and one for each n-gram: its"
          + " row number in the model's matrix, the length of that row, and its share of the vector"
          + " in percent."
    },
    footer = "  wordvec subwords vectors.bin unforgettable")
public final class SubwordsCommand extends QueryCommand {
  @Parameters(index = "1", paramLabel = "WORD", description = "Any word.")
  private String word = "";

  public SubwordsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public boolean setOperands(List<String> operands) {
    if (operands.size() != 1) {
      return false;
    }
    word = operands.getFirst();
    return true;
  }

  @Override
  protected List<String> queryWords() {
    return List.of(word);
  }

  @Override
  protected boolean comparesVectors() {
    return false;
  }

  @Override
  protected Report result(Model opened) {
    List<Part> parts =
        switch (opened) {
          case Model.OfSubwords subwords -> subwords.model().parts(word);
          case Model.OfWords words ->
              throw new FailedException(
                  model() + " is " + words.format() + ", which has no subwords");
        };
    if (parts.isEmpty()) {
      throw new FailedException(model() + ": \"" + word + "\" has no n-grams in this model");
    }
    List<Column> columns =
        List.of(
            Column.of("part"), Column.of("row"), new Column("length", 4), new Column("percent", 1));
    List<List<Object>> rows = new ArrayList<>();
    for (Part part : parts) {
      rows.add(List.of(part.text(), part.row(), part.norm(), 100 * part.share()));
    }
    return new Report(new Table("subwords", "", columns, rows));
  }
}
