package org.wordvec.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.shell.ShellVerb;
import org.wordvec.cli.terminal.Terminal;

/**
 * Recognises queries without options, such as {@code neighbors vectors.bin king}.
 *
 * <p>Such a query needs no parsing, and picocli would spend half as long on reading annotations as
 * the query itself takes.
 */
final class FastPathQuery {
  private FastPathQuery() {}

  /** Returns the command, set up as picocli would do it, if the arguments are such a query. */
  static Optional<QueryCommand> of(Terminal terminal, List<String> arguments) {
    if (arguments.size() < 2) {
      return Optional.empty();
    }
    for (String argument : arguments) {
      if (argument.startsWith("-") || argument.isBlank()) {
        return Optional.empty();
      }
    }
    Path model;
    try {
      model = Path.of(arguments.get(1));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    List<String> operands = List.copyOf(arguments.subList(2, arguments.size()));
    return ShellVerb.named(arguments.getFirst())
        .map(verb -> verb.command(terminal))
        .filter(command -> command.setArguments(model, operands));
  }
}
