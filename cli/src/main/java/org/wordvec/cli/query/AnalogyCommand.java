package org.wordvec.cli.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.ResultFormat;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;
import org.wordvec.vectors.search.Analogy;
import org.wordvec.vectors.search.Expression;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec analogy}. */
@Command(
    name = "analogy",
    customSynopsis = {
      "wordvec analogy [OPTIONS] MODEL \"EXPRESSION\"",
      "       wordvec analogy [OPTIONS] MODEL A B C",
      "       wordvec analogy [OPTIONS] MODEL --input FILE",
    },
    description = {
      "Solves analogies such as king - man + woman.",
      "With three words A B C: A is to B as C is to what? The words of the query are excluded"
          + " from the results."
    },
    footer = {
      "  wordvec analogy vectors.bin \"king - man + woman\"",
      "  wordvec analogy vectors.bin \"paris + 0.5*germany\" -k 3",
      "  wordvec analogy vectors.bin \"'new york' - c\\+\\+\"  (words with spaces or operators)",
      "  wordvec analogy vectors.bin man king woman      (man : king = woman : ?)",
      "  wordvec analogy vectors.bin --input sums.txt  (one expression per line)"
    })
public final class AnalogyCommand extends QueryCommand {
  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "EXPRESSION or A B C",
      hideParamSyntax = true,
      description =
          "One argument: words joined by + and - with spaces around them, with optional factors"
              + " such as 0.5*word. Three arguments: A is to B as C is to what?")
  private List<String> operands = List.of();

  @Mixin(name = GroupedOptions.INPUT)
  private final BatchOptions batch = new BatchOptions();

  @Mixin(name = GroupedOptions.SEARCH)
  private final SearchOptions search = new SearchOptions();

  @Mixin(name = GroupedOptions.SCORING)
  private final MethodOption method = new MethodOption();

  public AnalogyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public boolean setOperands(List<String> given) {
    operands = given;
    return true;
  }

  @Override
  protected void check() {
    search.checked();
    batch.check(1);
    if (!isBatch()) {
      expression();
    } else if (!operands.isEmpty()) {
      throw new IllegalArgumentException("give either an expression or --input");
    }
  }

  @Override
  protected List<String> queryWords() {
    return isBatch() ? List.of() : expression().words();
  }

  @Override
  protected boolean isBatch() {
    return batch.isGiven();
  }

  @Override
  protected Report result(Model opened) throws IOException {
    NeighborTable table = table(opened);
    boolean composed = !opened.composed(queryWords()).isEmpty();
    Analogy analogy = analogy(opened);
    table.add(text(), composed, analogy.evaluate(expression(), search.checked()));
    return table.report();
  }

  @Override
  protected void runBatch(Model opened, ResultFormat format) throws IOException {
    Analogy analogy = analogy(opened);
    NeighborTable table = table(opened);
    StreamedResults results = new StreamedResults(batch, opened);
    results.run(
        table.columns(),
        format,
        (block, threads) -> rows(block, threads, analogy, table, results, opened),
        terminal());
  }

  private List<List<Object>> rows(
      List<Query> block,
      int threads,
      Analogy analogy,
      NeighborTable table,
      StreamedResults results,
      Model opened) {
    List<Optional<Expression>> known =
        results.resolve(block, line -> analogy.known(Expression.parse(line.text())));
    List<Expression> expressions = known.stream().flatMap(Optional::stream).toList();
    List<List<Neighbor>> found = analogy.evaluate(expressions, search.checked(), threads);
    List<List<Object>> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < block.size(); i++) {
      Query line = block.get(i);
      if (known.get(i).isPresent()) {
        boolean composed = !opened.composed(expressions.get(next).words()).isEmpty();
        rows.addAll(results.counted(table.rows(line.text(), composed, found.get(next++))));
      } else {
        rows.addAll(results.emptyRows(line, table.columns().size()));
      }
    }
    return rows;
  }

  private Analogy analogy(Model opened) throws IOException {
    Neighbors within = search.within(neighbors(opened), terminal());
    return new Analogy(within, method.method);
  }

  private static NeighborTable table(Model opened) {
    return new NeighborTable("question", "score", opened.hasSubwords());
  }

  private Expression expression() {
    if (isThreeWords()) {
      return new Expression(
          List.of(
              new Expression.Term(operands.get(1), 1),
              new Expression.Term(operands.get(0), -1),
              new Expression.Term(operands.get(2), 1)));
    }
    if (operands.isEmpty() || operands.size() == 2) {
      throw new IllegalArgumentException(
          "an analogy takes an expression, three words, or --input, not "
              + operands.size()
              + " arguments");
    }
    return Expression.parse(String.join(" ", operands));
  }

  /**
   * Returns whether the operands are three words and not an expression without quotes, whose second
   * word is an operator.
   */
  private boolean isThreeWords() {
    return operands.size() == 3 && !operands.get(1).matches("[-+]");
  }

  private String text() {
    return isThreeWords()
        ? operands.get(0) + " : " + operands.get(1) + " = " + operands.get(2) + " : ?"
        : String.join(" ", operands);
  }
}
