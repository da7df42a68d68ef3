package org.wordvec.cli.train;

import org.wordvec.senses.induction.SenseSettings;
import picocli.CommandLine.Option;

/** Options for how words are divided into senses. */
final class SenseOptions {
  @Option(
      names = "--max-senses",
      paramLabel = "N",
      defaultValue = "" + SenseSettings.DEFAULT_MAXIMUM,
      description = "Largest number of senses of a word, 2 to 100 (default: ${DEFAULT-VALUE}).")
  private int maximum;

  @Option(
      names = "--concentration",
      paramLabel = "X",
      defaultValue = "" + SenseSettings.DEFAULT_CONCENTRATION,
      description =
          "How readily words are divided, above 0 to 1; greater values give more senses (default:"
              + " ${DEFAULT-VALUE}).")
  private double concentration;

  @Option(
      names = "--min-sense-share",
      paramLabel = "FRACTION",
      defaultValue = "" + SenseSettings.DEFAULT_SHARE,
      description =
          "Smallest share of a sense in the occurrences of its word, 0 to 0.5 (default:"
              + " ${DEFAULT-VALUE}).")
  private double share;

  SenseSettings settings() {
    return new SenseSettings(maximum, concentration, share);
  }
}
