package org.wordvec.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.vectors.search.Expression;

/**
 * A parsed line of a shell.
 *
 * @param verb the command to run
 * @param options with their values
 * @param operands all other arguments
 */
record ShellQuery(ShellVerb verb, List<String> options, List<String> operands) {
  /**
   * Parses a line that names a command or is an expression; a single word is a query for its
   * neighbours.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static ShellQuery of(String line) {
    List<String> tokens = ShellTokens.of(line);
    Optional<ShellVerb> named =
        tokens.size() > 1 || tokens.getFirst().equals(ShellVerb.INFO.word())
            ? ShellVerb.named(tokens.getFirst()).filter(verb -> !isOperator(tokens, 1))
            : Optional.empty();
    List<String> options = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    for (int i = named.isPresent() ? 1 : 0; i < tokens.size(); i++) {
      if (isOption(tokens, i)) {
        options.add(tokens.get(i));
        if (i + 1 < tokens.size() && takesValue(tokens.get(i))) {
          options.add(ShellTokens.plain(tokens.get(++i)));
        }
      } else {
        operands.add(tokens.get(i));
      }
    }
    if (named.isEmpty()) {
      return bare(options, operands);
    }
    List<String> plain =
        named.get() == ShellVerb.ANALOGY && (operands.size() != 3 || isOperator(operands, 1))
            ? List.of(String.join(" ", operands))
            : operands.stream().map(ShellTokens::plain).toList();
    return new ShellQuery(named.get(), options, plain);
  }

  private static ShellQuery bare(List<String> options, List<String> operands) {
    String text = String.join(" ", operands);
    Expression expression = Expression.parse(text);
    Expression.Term first = expression.terms().getFirst();
    return expression.terms().size() == 1 && first.weight() == 1
        ? new ShellQuery(ShellVerb.NEIGHBORS, options, List.of(first.word()))
        : new ShellQuery(ShellVerb.ANALOGY, options, List.of(text));
  }

  private static boolean isOperator(List<String> tokens, int at) {
    return at < tokens.size() && (tokens.get(at).equals("+") || tokens.get(at).equals("-"));
  }

  /** {@code -k 5} and what begins with two dashes; {@code -k} alone may be a word subtracted. */
  private static boolean isOption(List<String> tokens, int at) {
    String token = tokens.get(at);
    return token.matches("-h|--[a-z].*")
        || (token.equals("-k") && at + 1 < tokens.size() && tokens.get(at + 1).matches("-?\\d+"));
  }

  private static boolean takesValue(String option) {
    return !option.contains("=") && !option.matches("-h|--(help|version|stacktrace|vectors)");
  }
}
