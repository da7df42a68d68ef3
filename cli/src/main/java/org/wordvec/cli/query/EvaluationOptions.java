package org.wordvec.cli.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CsvOptions;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.vectors.evaluation.AnalogyEvaluation;
import org.wordvec.vectors.evaluation.CaseMatching;
import org.wordvec.vectors.evaluation.WordPairs;
import org.wordvec.vectors.search.SearchEngine;
import picocli.CommandLine.Option;

/** Options for test sets and the rules of their evaluation. */
final class EvaluationOptions extends CsvOptions {
  @Option(
      names = "--analogies",
      paramLabel = "FILE",
      description =
          "Evaluate on the analogies in this file: lines of four words, in sections that begin with"
              + " ': name', as in questions-words.txt (default: none).")
  @Nullable Path analogies;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "Compare cosines with the scores in this file: rows of two words and a number, as in"
              + " WordSim-353, separated by tabs, semicolons, commas or spaces (default: none).")
  @Nullable Path pairs;

  @Option(
      names = "--pairs-columns",
      paramLabel = "WORD,WORD,SCORE",
      hideParamSyntax = true,
      split = ",",
      description =
          "The columns of the --pairs file: names from the header row, or numbers from 1 (default:"
              + " the first two columns and the first numeric one).")
  List<String> pairsColumns = List.of();

  /** Returns the syntax of the file of pairs. */
  CsvDialect pairsDialect() {
    return dialect();
  }

  /** Reads the word pairs, if a file was given. */
  Optional<WordPairs> pairs(Terminal terminal) throws IOException {
    if (pairs == null) {
      requireTable(false, "--pairs");
      if (!pairsColumns.isEmpty()) {
        throw new IllegalArgumentException("--pairs-columns needs --pairs");
      }
      return Optional.empty();
    }
    if (!pairsColumns.isEmpty() && pairsColumns.size() != 3) {
      throw new IllegalArgumentException("--pairs-columns takes three: word, word and score");
    }
    return Optional.of(WordPairs.read(terminal.text(pairs), dialect(), pairsColumns));
  }

  @Option(
      names = "--restrict-vocab",
      paramLabel = "WORDS",
      defaultValue = "" + AnalogyEvaluation.DEFAULT_RESTRICTION,
      description =
          "Use only this number of most frequent words for analogies and skip analogies that"
              + " contain other words; 0 for all (default: ${DEFAULT-VALUE} words).")
  int restriction;

  @Option(
      names = "--exact-case",
      description =
          "Match case in analogies: Paris is not paris (default: the more frequent spelling stands"
              + " for both, as in compute-accuracy).")
  boolean exactCase;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; does not affect the result (default: one per core).")
  @Nullable Integer threads;

  AnalogyEvaluation evaluation(MethodOption method, SearchEngine engine) {
    return new AnalogyEvaluation(
        restriction,
        exactCase ? CaseMatching.EXACT : CaseMatching.FOLDED,
        method.method,
        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
        engine);
  }
}
