package org.wordvec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the outcome of a training goes. */
final class TrainingOutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write the vectors here; the name's end chooses the format:"
              + " word2vec binary for .bin, word2vec text for .txt and .vec,"
              + " GloVe text for .glove (required).")
  private @Nullable Path output;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write counts, times in seconds, losses and the configuration as JSON"
              + " (default: not written).")
  @Nullable Path report;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but errors (default: progress on standard error).")
  boolean quiet;

  /** The output; picocli does not ask for a required option of a group that only orders help. */
  Path output() {
    if (output == null) {
      throw new IllegalArgumentException("-o FILE is missing: it says where the vectors go");
    }
    return output;
  }
}
