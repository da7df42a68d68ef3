package org.wordvec.cli.senses;

import picocli.CommandLine.Option;

/** Options for the senses that are written. */
final class DisambiguationOptions {
  @Option(
      names = "--tags",
      description =
          "Write the sentences, with the name of the sense in place of each word that has"
              + " several: the bank#2 of the river (default: a row for each such word).")
  boolean tags;

  @Option(
      names = "--min-probability",
      paramLabel = "P",
      defaultValue = "0",
      description =
          "Leave out words whose most probable sense has a smaller probability, 0 to 1 (default:"
              + " ${DEFAULT-VALUE}).")
  private double minimum;

  double minimum() {
    if (!(minimum >= 0 && minimum <= 1)) {
      throw new IllegalArgumentException("--min-probability must be 0 to 1, not " + minimum);
    }
    return minimum;
  }
}
