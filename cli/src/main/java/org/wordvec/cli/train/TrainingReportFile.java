package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.output.JsonText;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.query.AnalogyTable;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.vectors.evaluation.AnalogyEvaluation;
import org.wordvec.vectors.evaluation.AnalogyQuestions;
import org.wordvec.vectors.evaluation.AnalogyReport;
import org.wordvec.vectors.evaluation.CaseMatching;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.vectors.search.AnalogyMethod;

/** The file of {@code --report}: a page where its name ends so, else JSON. */
final class TrainingReportFile {
  private final Path path;
  private final @Nullable Path analogies;
  private final Terminal terminal;
  private @Nullable AnalogyQuestions questions;

  TrainingReportFile(Path path, @Nullable Path analogies, Terminal terminal) {
    this.terminal = terminal;
    this.path = path;
    this.analogies = analogies;
  }

  Path path() {
    return path;
  }

  /** What is read for it. */
  Stream<Path> inputs() {
    return Stream.ofNullable(analogies);
  }

  /** Finds out before hours of work whether the questions can be read. */
  void check() throws IOException {
    if (analogies != null) {
      questions = AnalogyQuestions.read(terminal.text(analogies));
    }
  }

  void write(TrainingOutcome outcome) throws IOException {
    AnalogyEvaluation rules =
        new AnalogyEvaluation(
            AnalogyEvaluation.DEFAULT_RESTRICTION,
            CaseMatching.FOLDED,
            AnalogyMethod.COS_ADD,
            Runtime.getRuntime().availableProcessors());
    @Nullable AnalogyReport scores =
        questions == null ? null : rules.evaluate(outcome.vectors().get(), questions);
    String text = isPage() ? page(outcome, rules, scores) : json(outcome, scores);
    OutputFile.write(path, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private boolean isPage() {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm");
  }

  private static String page(
      TrainingOutcome outcome, AnalogyEvaluation rules, @Nullable AnalogyReport scores) {
    Optional<Table> table =
        scores == null ? Optional.empty() : Optional.of(AnalogyTable.of(rules, scores));
    return new TrainingPage(outcome, table).text();
  }

  private static String json(TrainingOutcome outcome, @Nullable AnalogyReport scores)
      throws IOException {
    Map<String, Object> document = new LinkedHashMap<>(outcome.document());
    if (scores != null) {
      Map<String, @Nullable Object> analogies = new LinkedHashMap<>();
      analogies.put("correct", scores.total().correct());
      analogies.put("seen", scores.total().seen());
      analogies.put("total", scores.total().total());
      analogies.put("percent", JsonText.finite(100 * scores.total().accuracy()));
      document.put("analogies", analogies);
    }
    return JsonText.text(document) + "\n";
  }
}
