package org.wordvec.cli.shell;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wordvec.cli.query.AnalogyCommand;
import org.wordvec.cli.query.InfoCommand;
import org.wordvec.cli.query.NeighborsCommand;
import org.wordvec.cli.query.OddOneOutCommand;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.query.RankCommand;
import org.wordvec.cli.query.SimilarityCommand;
import org.wordvec.cli.query.SubwordsCommand;
import org.wordvec.cli.terminal.Terminal;

/** Commands of the shell. */
public enum ShellVerb {
  NEIGHBORS("neighbors"),
  ANALOGY("analogy"),
  SIMILARITY("similarity"),
  RANK("rank"),
  ODD_ONE_OUT("odd-one-out"),
  SUBWORDS("subwords"),
  INFO("info");

  private final String word;

  ShellVerb(String word) {
    this.word = word;
  }

  /** Returns the command of this name, if there is one. */
  public static Optional<ShellVerb> named(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(ShellVerb::word).collect(Collectors.joining(", "));
  }

  String word() {
    return word;
  }

  /** Creates a command for a terminal. */
  public QueryCommand command(Terminal terminal) {
    return switch (this) {
      case NEIGHBORS -> new NeighborsCommand(terminal);
      case ANALOGY -> new AnalogyCommand(terminal);
      case SIMILARITY -> new SimilarityCommand(terminal);
      case RANK -> new RankCommand(terminal);
      case ODD_ONE_OUT -> new OddOneOutCommand(terminal);
      case SUBWORDS -> new SubwordsCommand(terminal);
      case INFO -> new InfoCommand(terminal);
    };
  }
}
