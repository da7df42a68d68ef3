package org.wordvec.cli.senses;

import org.wordvec.compute.training.Execution;
import org.wordvec.vectors.senses.SenseInduction;
import picocli.CommandLine.Option;

/** Options for grouping neighbours into senses. */
final class SensesOptions {
  @Option(
      names = {"-k", "--neighbors"},
      paramLabel = "N",
      defaultValue = "" + SenseInduction.DEFAULT_NEIGHBORS,
      description = "Number of nearest neighbours to group (default: ${DEFAULT-VALUE} words).")
  private int neighbors;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Search for neighbours only among the N most frequent words; 0 for all (default:"
              + " ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--links",
      paramLabel = "N",
      defaultValue = "" + SenseInduction.DEFAULT_LINKS,
      description =
          "Link each neighbour to N others; more links make fewer and larger groups (default:"
              + " ${DEFAULT-VALUE} words).")
  private int links;

  @Option(
      names = "--smallest",
      paramLabel = "N",
      defaultValue = "" + SenseInduction.DEFAULT_SMALLEST,
      description = "Drop groups of fewer than N words (default: ${DEFAULT-VALUE} words).")
  private int smallest;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "10",
      description = "Print at most N words of each group (default: ${DEFAULT-VALUE} words).")
  private int shown;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Execution.DEFAULT_SEED,
      description = "Random seed, any integer (default: ${DEFAULT-VALUE}).")
  private long seed;

  SenseInduction induction() {
    if (shown < 1 || top < 0) {
      throw new IllegalArgumentException("--words must be 1 or more and --top 0 or more");
    }
    return new SenseInduction(neighbors, links, smallest, seed);
  }

  /** Returns how many of a model's words are searched. */
  int searched(int size) {
    return top == 0 ? size : Math.min(top, size);
  }

  int shown() {
    return shown;
  }
}
