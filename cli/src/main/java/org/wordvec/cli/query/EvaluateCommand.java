package org.wordvec.cli.query;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import org.wordvec.library.Quantity;
import org.wordvec.senses.MainSenses;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.evaluation.SensePairs;
import org.wordvec.senses.evaluation.SensePairs.RatedPair;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.evaluation.AnalogyEvaluation;
import org.wordvec.vectors.evaluation.AnalogyQuestions;
import org.wordvec.vectors.evaluation.AnalogyReport;
import org.wordvec.vectors.evaluation.PairEvaluation;
import org.wordvec.vectors.evaluation.PairReport;
import org.wordvec.vectors.evaluation.WordPairs;
import org.wordvec.vectors.search.SearchEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec evaluate}. */
@Command(
    name = "evaluate",
    customSynopsis = "wordvec evaluate [OPTIONS] MODEL [--analogies FILE] [--pairs FILE]",
    description = "Evaluates vectors on analogies and on word pairs with human ratings.",
    footer = {
      "  wordvec evaluate vectors.bin --analogies questions-words.txt",
      "  wordvec evaluate vectors.bin --pairs wordsim353.txt --format json"
    })
public final class EvaluateCommand extends QueryCommand {
  @Mixin(name = GroupedOptions.EVALUATION)
  private final EvaluationOptions options = new EvaluationOptions();

  @Mixin(name = GroupedOptions.SENSES)
  private final SensePairOptions inContext = new SensePairOptions();

  @Mixin(name = GroupedOptions.SCORING)
  private final MethodOption method = new MethodOption();

  @Mixin(name = GroupedOptions.ENGINE)
  private final SearchEngineOption engine = new SearchEngineOption();

  private @Nullable AnalogyQuestions questions;
  private @Nullable WordPairs pairs;

  public EvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() throws IOException {
    options.evaluation(method, SearchEngine.BUILT_IN);
    if (options.analogies == null && options.pairs == null) {
      throw new IllegalArgumentException("give --analogies FILE, --pairs FILE or both");
    }
    inContext.check(options);
    if (options.analogies != null) {
      questions = AnalogyQuestions.read(terminal().text(options.analogies));
    }
    if (inContext.contexts.isEmpty()) {
      pairs = options.pairs(terminal()).orElse(null);
    }
  }

  @Override
  protected Report result(Model opened) throws IOException {
    Optional<SenseInventory> senses = opened.senses();
    if (senses.isPresent() && questions != null) {
      printNote("each word of an analogy is its main sense");
      try (Arena arena = Arena.ofShared()) {
        return result(opened, MainSenses.of(senses.get(), opened.vectors(), arena), senses.get());
      }
    }
    if (senses.isEmpty() && !inContext.contexts.isEmpty()) {
      throw new FailedException(
          model() + ": has no senses; --pairs-contexts needs a model of 'wordvec train senses'");
    }
    return result(opened, opened.vectors(), senses.orElse(null));
  }

  private Report result(Model opened, WordVectors vectors, @Nullable SenseInventory senses)
      throws IOException {
    List<Table> tables = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    if (questions != null) {
      noteComments(options.analogies, questions.comments());
      AnalogyEvaluation evaluation = options.evaluation(method, engine.engine());
      AnalogyReport report = evaluation.evaluate(vectors, questions);
      tables.add(AnalogyTable.of(evaluation, report));
      if (report.total().seen() == 0) {
        failures.add(nothingSeen(report.total().total(), evaluation, vectors));
      }
    }
    if (options.pairs != null && senses != null) {
      tables.add(sensePairs(options.pairs, new SensePairs(senses, opened.vectors()), failures));
    } else if (options.pairs != null && pairs != null) {
      noteComments(options.pairs, pairs.comments());
      PairReport report = PairEvaluation.evaluate(vectors, opened.unseen(), pairs);
      tables.add(PairTable.of(options.pairs, report));
      if (report.seen() == 0) {
        failures.add(
            "%s: the model has both words of none of its pairs%s; the first pair is \"%s\" and \"%s\", and --pairs-columns selects the columns"
                .formatted(
                    options.pairs,
                    report.zero() == 0 ? "" : " with nonzero vectors",
                    pairs.pairs().getFirst().first(),
                    pairs.pairs().getFirst().second()));
      } else {
        notes(report).forEach(note -> printNote(options.pairs + ": " + note));
      }
    }
    return new Report(tables, failures);
  }

  private Table sensePairs(Path file, SensePairs evaluation, List<String> failures)
      throws IOException {
    List<RatedPair> rated = new ArrayList<>();
    if (pairs == null) {
      rated.addAll(inContext.read(file, options.pairsColumns, options.pairsDialect(), terminal()));
    } else {
      noteComments(file, pairs.comments());
      for (WordPairs.Pair pair : pairs.pairs()) {
        rated.add(new RatedPair(pair.first(), pair.second(), pair.score(), List.of()));
      }
    }
    Map<SensePairs.Measure, PairReport> reports = evaluation.evaluate(rated);
    if (reports.values().stream().allMatch(report -> report.seen() == 0)) {
      failures.add(file + ": the model has both words of none of its pairs");
    }
    return PairTable.of(file, reports);
  }

  /** Prints how many lines were skipped as comments, since a word may also begin with a hash. */
  private void noteComments(@Nullable Path file, int comments) {
    if (comments > 0) {
      printNote(
          String.format(
              Locale.ROOT,
              "%s: skipped as comments: %s beginning with #",
              file,
              Quantity.of(comments, "line")));
    }
  }

  private String nothingSeen(int questions, AnalogyEvaluation evaluation, WordVectors vectors) {
    int words = evaluation.restriction() == 0 ? vectors.size() : evaluation.restriction();
    return String.format(
        Locale.ROOT,
        "%s: none of its %s has all four words among the model's %s%s",
        options.analogies,
        Quantity.of(questions, "question"),
        words < vectors.size() ? "most frequent " : "",
        Quantity.of(Math.min(words, vectors.size()), "word"));
  }

  /** Returns notes on pairs that were skipped and correlations that do not exist. */
  private static List<String> notes(PairReport report) {
    List<String> notes = new ArrayList<>();
    if (report.zero() > 0) {
      notes.add("skipped " + Quantity.of(report.zero(), "pair") + " with a zero vector");
    }
    if (Double.isNaN(report.spearman())) {
      notes.add(
          report.seen() == 1
              ? "one pair has no correlation"
              : "no correlation: all scores, or all cosines, are equal");
    }
    return notes;
  }
}
