package org.wordvec.cli;

import java.util.List;
import org.wordvec.vectors.Analogy;
import org.wordvec.vectors.Expression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec analogy}. */
@Command(
    name = "analogy",
    customSynopsis = {
      "wordvec analogy [OPTIONS] MODEL \"EXPRESSION\"",
      "       wordvec analogy [OPTIONS] MODEL A B C"
    },
    description = {
      "Answers sums of words such as king - man + woman.",
      "With three words: A is to B as C is to what? The words of the question are left out of the"
          + " answers."
    },
    footer = {
      "  wordvec analogy vectors.bin \"king - man + woman\"",
      "  wordvec analogy vectors.bin \"paris + 0.5*germany\" -k 3",
      "  wordvec analogy vectors.bin man king woman      (man : king = woman : ?)"
    })
final class AnalogyCommand extends QueryCommand {
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "EXPRESSION or A B C",
      hideParamSyntax = true,
      description =
          "One argument: words with + and - between spaces, each perhaps with a factor as in"
              + " 0.5*word. Three arguments: A is to B as C is to what?")
  private List<String> question = List.of();

  @Mixin(name = GroupedOptions.SEARCH)
  private final CountOption count = new CountOption();

  @Mixin(name = GroupedOptions.SCORING)
  private final MethodOption method = new MethodOption();

  AnalogyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void check() {
    count.checked();
    expression();
  }

  @Override
  List<String> asked() {
    return expression().terms().stream().map(Expression.Term::word).toList();
  }

  @Override
  Report answer(Model opened) {
    Analogy analogy = new Analogy(opened.neighbors(), method.method);
    NeighborTable table = new NeighborTable("question", "score", opened.hasSubwords());
    boolean composed = !opened.composed(asked()).isEmpty();
    table.add(text(), composed, analogy.evaluate(expression(), count.checked()));
    return table.report();
  }

  private Expression expression() {
    return switch (question.size()) {
      case 1 -> Expression.parse(question.getFirst());
      case 3 ->
          new Expression(
              List.of(
                  new Expression.Term(question.get(1), 1),
                  new Expression.Term(question.get(0), -1),
                  new Expression.Term(question.get(2), 1)));
      default ->
          throw new IllegalArgumentException(
              "an analogy takes one expression in quotes or three words, not "
                  + question.size()
                  + " arguments");
    };
  }

  private String text() {
    return question.size() == 1
        ? question.getFirst()
        : question.get(0) + " : " + question.get(1) + " = " + question.get(2) + " : ?";
  }
}
