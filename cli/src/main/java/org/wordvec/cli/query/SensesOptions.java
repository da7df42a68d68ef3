package org.wordvec.cli.query;

import org.wordvec.compute.training.Execution;
import org.wordvec.vectors.senses.SenseInduction;
import picocli.CommandLine.Option;

/** How nearest neighbours are grouped. */
final class SensesOptions {
  @Option(
      names = {"-k", "--neighbors"},
      paramLabel = "N",
      defaultValue = "" + SenseInduction.DEFAULT_NEIGHBORS,
      description = "Nearest neighbours to group (default: ${DEFAULT-VALUE} words).")
  private int neighbors;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Look for neighbours among the N most frequent words only; 0 for all"
              + " (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--links",
      paramLabel = "N",
      defaultValue = "" + SenseInduction.DEFAULT_LINKS,
      description =
          "Tie each near word to this many others: more make fewer and larger groups"
              + " (default: ${DEFAULT-VALUE} words).")
  private int links;

  @Option(
      names = "--smallest",
      paramLabel = "N",
      defaultValue = "" + SenseInduction.DEFAULT_SMALLEST,
      description = "Leave out groups of fewer words than this (default: ${DEFAULT-VALUE} words).")
  private int smallest;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "10",
      description = "Show this many words of each group (default: ${DEFAULT-VALUE} words).")
  private int shown;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Execution.DEFAULT_SEED,
      description = "Where random draws begin, any whole number (default: ${DEFAULT-VALUE}).")
  private long seed;

  SenseInduction induction() {
    if (shown < 1 || top < 0) {
      throw new IllegalArgumentException("--words must be 1 or more and --top 0 or more");
    }
    return new SenseInduction(neighbors, links, smallest, seed);
  }

  /** How many of a model's words are searched. */
  int searched(int size) {
    return top == 0 ? size : Math.min(top, size);
  }

  int shown() {
    return shown;
  }
}
