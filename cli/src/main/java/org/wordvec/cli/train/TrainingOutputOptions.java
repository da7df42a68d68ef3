package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.VocabularyOptions;
import org.wordvec.library.training.ReportFile;
import org.wordvec.library.training.TrainingFiles;
import picocli.CommandLine.Option;

/** Options for the files that a training writes. */
final class TrainingOutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description =
          "Write the vectors to this file; its name selects the format: .bin (word2vec binary, or"
              + " fastText binary for fasttext), .fifu, .txt, .glove, .vec, .npy, .safetensors,"
              + " .zip (Deeplearning4j); see 'wordvec convert --help' (required).")
  Path output = Path.of("");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write a training report: NAME.html is a page with charts of loss, learning rate and"
              + " speed, nearest neighbours, counts and settings; any other name is written as JSON"
              + " (default: not written).")
  @Nullable Path report;

  @Option(
      names = "--report-analogies",
      paramLabel = "FILE",
      description =
          "Evaluate the analogies in this file for the report, as evaluate --analogies does"
              + " (default: none).")
  @Nullable Path analogies;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print errors only (default: show progress on standard error).")
  boolean quiet;

  /**
   * Returns the files that a training reads besides the corpus, and those that it writes.
   *
   * @throws IllegalArgumentException if the extension of the output is unknown
   */
  TrainingFiles files(VocabularyOptions vocabulary, Terminal terminal) throws IOException {
    Path given = vocabulary.vocabulary;
    return TrainingFiles.to(output)
        .withVocabulary(given == null ? null : terminal.text(given))
        .withSavedVocabulary(vocabulary.saveVocabulary)
        .withReport(reportFile(terminal));
  }

  private @Nullable ReportFile reportFile(Terminal terminal) {
    if (report == null) {
      if (analogies != null) {
        throw new IllegalArgumentException("--report-analogies needs --report FILE");
      }
      return null;
    }
    String name = report.toString().toLowerCase(Locale.ROOT);
    boolean isPage = name.endsWith(".html") || name.endsWith(".htm");
    return new ReportFile(
        report,
        analogies == null ? null : terminal.text(analogies),
        isPage ? TrainingPage::text : ReportFile.Layout.JSON);
  }
}
