package org.wordvec.cli.base;

import picocli.CommandLine.Option;

/** Option for the number of results of a search. */
public class CountOption {
  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      defaultValue = "10",
      description = "Return at most N words for each query (default: ${DEFAULT-VALUE} words).")
  private int count = 10;

  public int checked() {
    if (count < 1) {
      throw new IllegalArgumentException("-k must be at least 1, not " + count);
    }
    return count;
  }
}
