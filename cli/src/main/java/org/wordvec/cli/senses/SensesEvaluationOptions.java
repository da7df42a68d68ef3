package org.wordvec.cli.senses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Execution;
import org.wordvec.senses.evaluation.ContextEvaluation.Division;
import org.wordvec.senses.evaluation.PseudoWordChoice;
import picocli.CommandLine.Option;

/** Options for the evaluation of senses. */
final class SensesEvaluationOptions {
  @Option(
      names = "--pseudo-words",
      paramLabel = "CORPUS",
      description =
          "Evaluate on pseudo-words of this corpus, such as that of the training; can be repeated"
              + " (default: none).")
  List<String> pseudoWords = new ArrayList<>();

  @Option(
      names = "--contexts",
      paramLabel = "FILE",
      description =
          "Evaluate on the tagged contexts in this file: a TSV or CSV table with the columns word,"
              + " sense, left and right (default: none).")
  @Nullable Path contexts;

  @Option(
      names = "--division",
      paramLabel = "senses|usages",
      defaultValue = "usages",
      description =
          "What to compare with the tags of --contexts: senses, which have vectors of their own, or"
              + " usages, into which every frequent word is divided (default: ${DEFAULT-VALUE}).")
  Division division = Division.USAGES;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Number of pseudo-words of two unrelated words; there are as many single words, half as"
              + " many pairs of related words and a quarter as many triples (default:"
              + " ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--details",
      description = "Print a row for each word as well (default: only means).")
  boolean details;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Execution.DEFAULT_SEED,
      description = "Random seed of the choice of words, any integer (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; does not affect the result (default: one per core).")
  private @Nullable Integer threads;

  PseudoWordChoice choice() {
    if (pairs < 1 || pairs > 100_000) {
      throw new IllegalArgumentException("--pairs must be 1 to 100000, not " + pairs);
    }
    return new PseudoWordChoice(pairs, pairs / 2, pairs / 4, pairs, seed);
  }

  int threads() {
    if (threads != null && threads < 1) {
      throw new IllegalArgumentException("--threads must be at least 1, not " + threads);
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
