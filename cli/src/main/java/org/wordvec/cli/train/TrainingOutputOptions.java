package org.wordvec.cli.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** Where the outcome of a training goes. */
final class TrainingOutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description =
          "Where the vectors go; the name tells the format: .bin (word2vec binary, or fastText's by"
              + " fasttext), .fifu, .txt, .vec, .glove, .npy, .safetensors, .zip"
              + " (Deeplearning4j's); 'wordvec convert --help' says more (required).")
  Path output = Path.of("");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write what came of it: NAME.html is a page with charts of loss, rate and speed, nearest"
              + " neighbours, counts and settings; any other name is written as JSON (default: not"
              + " written).")
  @Nullable Path report;

  @Option(
      names = "--report-analogies",
      paramLabel = "FILE",
      description =
          "Score the questions of this file for the report, as evaluate --analogies does"
              + " (default: none).")
  @Nullable Path analogies;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but errors (default: progress on standard error).")
  boolean quiet;

  /** Where the report goes, if one is wanted. */
  @Nullable TrainingReportFile reportFile(Terminal terminal) {
    if (report == null && analogies != null) {
      throw new IllegalArgumentException("--report-analogies needs --report FILE");
    }
    return report == null ? null : new TrainingReportFile(report, analogies, terminal);
  }
}
