package org.wordvec.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.Report.Table;
import org.wordvec.vectors.AnalogyEvaluation;
import org.wordvec.vectors.AnalogyQuestions;
import org.wordvec.vectors.PairEvaluation;
import org.wordvec.vectors.PairReport;
import org.wordvec.vectors.SearchEngine;
import org.wordvec.vectors.WordPairs;
import org.wordvec.vectors.WordVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec evaluate}. */
@Command(
    name = "evaluate",
    customSynopsis = "wordvec evaluate [OPTIONS] MODEL [--analogies FILE] [--pairs FILE]",
    description = "Scores vectors on analogies and on word pairs that people judged.",
    footer = {
      "  wordvec evaluate vectors.bin --analogies questions-words.txt",
      "  wordvec evaluate vectors.bin --pairs wordsim353.txt --format json"
    })
final class EvaluateCommand extends QueryCommand {
  @Mixin(name = GroupedOptions.EVALUATION)
  private final EvaluationOptions options = new EvaluationOptions();

  @Mixin(name = GroupedOptions.SCORING)
  private final MethodOption method = new MethodOption();

  @Mixin(name = GroupedOptions.ENGINE)
  private final SearchEngineOption engine = new SearchEngineOption();

  private @Nullable AnalogyQuestions questions;
  private @Nullable WordPairs pairs;

  EvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void check() throws IOException {
    options.evaluation(method, SearchEngine.OWN);
    if (options.analogies == null && options.pairs == null) {
      throw new IllegalArgumentException("give --analogies FILE, --pairs FILE or both");
    }
    if (options.analogies != null) {
      questions = AnalogyQuestions.read(terminal().text(options.analogies));
    }
    pairs = options.pairs(terminal()).orElse(null);
  }

  @Override
  Report answer(Model opened) throws IOException {
    WordVectors vectors = opened.vectors();
    List<Table> tables = new ArrayList<>();
    if (questions != null) {
      AnalogyEvaluation evaluation = options.evaluation(method, engine.engine());
      tables.add(AnalogyTable.of(evaluation, evaluation.evaluate(vectors, questions)));
    }
    if (options.pairs != null && pairs != null) {
      PairReport report = PairEvaluation.evaluate(vectors, opened.unseen(), pairs);
      if (report.seen() == 0) {
        throw new FailedException(
            "%s: of none of its pairs the model has both words; the first is \"%s\" and \"%s\", and --pairs-columns says where words are"
                .formatted(
                    options.pairs,
                    pairs.pairs().getFirst().first(),
                    pairs.pairs().getFirst().second()));
      }
      tables.add(PairTable.of(options.pairs, report));
    }
    return new Report(tables);
  }
}
