package org.wordvec.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A question without any option, such as {@code neighbors vectors.bin king}.
 *
 * <p>There is nothing to parse in it, and reading a command's annotations takes picocli longer than
 * such a question takes otherwise.
 */
final class PlainQuestion {
  private PlainQuestion() {}

  /** The command, set up as picocli would, if the arguments are such a question. */
  static Optional<QueryCommand> of(Terminal terminal, List<String> arguments) {
    if (arguments.size() < 3) {
      return Optional.empty();
    }
    for (String argument : arguments) {
      if (argument.startsWith("-")) {
        return Optional.empty();
      }
    }
    Path model = Path.of(arguments.get(1));
    List<String> words = arguments.subList(2, arguments.size());
    return switch (arguments.getFirst()) {
      case "neighbors" -> Optional.of(new NeighborsCommand(terminal, model, words));
      case "analogy" -> Optional.of(new AnalogyCommand(terminal, model, words));
      case "similarity" -> Optional.of(new SimilarityCommand(terminal, model, words));
      default -> Optional.empty();
    };
  }
}
