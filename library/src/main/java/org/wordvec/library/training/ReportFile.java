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

/** A file that says what came of a training. Used by one thread. */
public final class ReportFile {
  private static final JSON PRETTY =
      JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES);

  private final Path path;
  private final @Nullable TextFile analogies;
  private final Layout layout;
  private @Nullable AnalogyQuestions questions;

  /**
   * Creates a report; nothing is written yet.
   *
   * @param analogies questions that the vectors are scored with; null for none
   * @param layout how the report is laid out
   */
  public ReportFile(Path path, @Nullable TextFile analogies, Layout layout) {
    this.path = path;
    this.analogies = analogies;
    this.layout = layout;
  }

  /** How a report is laid out. */
  @FunctionalInterface
  public interface Layout {
    /** The JSON whose schema is {@code report.schema.json}. */
    Layout JSON = ReportFile::json;

    /** Returns the text of the file. */
    String text(TrainingOutcome outcome, Optional<Scores> scores) throws IOException;
  }

  /**
   * What the vectors score.
   *
   * @param rules of the evaluation
   * @param report of the questions
   */
  public record Scores(AnalogyEvaluation rules, AnalogyReport report) {}

  /** Returns where it is written. */
  Path path() {
    return path;
  }

  /** Returns what is read for it. */
  Stream<Path> inputs() {
    return analogies == null ? Stream.empty() : Stream.of(Path.of(analogies.name()));
  }

  /** Finds out before hours of work whether the questions can be read. */
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
