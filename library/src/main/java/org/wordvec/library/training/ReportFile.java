package org.wordvec.library.training;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.vectors.evaluation.AnalogyEvaluation;
import org.wordvec.vectors.evaluation.AnalogyQuestions;
import org.wordvec.vectors.evaluation.AnalogyReport;
import org.wordvec.vectors.evaluation.CaseMatching;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.vectors.search.AnalogyMethod;

/** Writes the report of a training to a file. Not thread-safe. */
public final class ReportFile {
  private static final JSON PRETTY =
      JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES);

  private final Path path;
  private final @Nullable TextFile analogies;
  private final Layout layout;
  private @Nullable AnalogyQuestions questions;

  /**
   * Creates a report, without writing it.
   *
   * @param analogies file of analogies to evaluate; null for none
   * @param layout format of the report
   */
  public ReportFile(Path path, @Nullable TextFile analogies, Layout layout) {
    this.path = path;
    this.analogies = analogies;
    this.layout = layout;
  }

  /** Format of a report. */
  @FunctionalInterface
  public interface Layout {
    /** JSON with the schema {@code META-INF/wordvec/report.schema.json}. */
    Layout JSON = ReportFile::json;

    /** Returns the text of the file. */
    String text(TrainingOutcome outcome, Optional<Scores> scores) throws IOException;
  }

  /**
   * Scores on analogies.
   *
   * @param rules of the evaluation
   * @param report with the scores
   */
  public record Scores(AnalogyEvaluation rules, AnalogyReport report) {}

  /** Returns the file of the report. */
  Path path() {
    return path;
  }

  /** Returns the files read for the report. */
  Stream<Path> inputs() {
    return analogies == null ? Stream.empty() : Stream.of(Path.of(analogies.name()));
  }

  /** Reads the analogies, so that errors are found before training. */
  void check() throws IOException {
    if (analogies != null) {
      questions = AnalogyQuestions.read(analogies);
    }
  }

  void write(TrainingOutcome outcome) throws IOException {
    String text = layout.text(outcome, scores(outcome));
    OutputFile.write(path, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<Scores> scores(TrainingOutcome outcome) {
    if (questions == null) {
      return Optional.empty();
    }
    AnalogyEvaluation rules =
        new AnalogyEvaluation(
            AnalogyEvaluation.DEFAULT_RESTRICTION,
            CaseMatching.FOLDED,
            AnalogyMethod.COS_ADD,
            Runtime.getRuntime().availableProcessors());
    return Optional.of(new Scores(rules, rules.evaluate(outcome.vectors().get(), questions)));
  }

  private static String json(TrainingOutcome outcome, Optional<Scores> scores) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>(outcome.document());
    scores.ifPresent(known -> document.put("analogies", analogies(known.report())));
    return PrintableText.inJson(PRETTY.asString(document)) + "\n";
  }

  private static Map<String, @Nullable Object> analogies(AnalogyReport report) {
    Map<String, @Nullable Object> analogies = new LinkedHashMap<>();
    analogies.put("correct", report.total().correct());
    analogies.put("seen", report.total().seen());
    analogies.put("total", report.total().total());
    analogies.put("percent", ReportDocument.finite(100 * report.total().accuracy()));
    return analogies;
  }
}
