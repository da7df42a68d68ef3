package org.wordvec.cli.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.output.TableMarkup;
import org.wordvec.cli.output.TextTable;
import org.wordvec.cli.query.AnalogyTable;
import org.wordvec.library.Quantity;
import org.wordvec.library.training.ReportFile;
import org.wordvec.library.training.TrainingOutcome;
import org.wordvec.pictures.Markup;
import org.wordvec.pictures.Page;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

/** Creates the HTML page of {@code --report}: charts, results and settings of a training. */
final class TrainingPage {
  private static final int FIRST_SAMPLE = 100;
  private static final int SAMPLES = 10;
  private static final int NEIGHBORS = 8;
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final TrainingOutcome outcome;
  private final Optional<Table> analogies;

  private TrainingPage(TrainingOutcome outcome, Optional<Table> analogies) {
    this.outcome = outcome;
    this.analogies = analogies;
  }

  /** Returns the page. */
  static String text(TrainingOutcome outcome, Optional<ReportFile.Scores> scores) {
    return new TrainingPage(
            outcome, scores.map(known -> AnalogyTable.of(known.rules(), known.report())))
        .text();
  }

  private String text() {
    Map<String, Object> document = outcome.document();
    String model = outcome.value("model").toString();
    StringBuilder body = new StringBuilder("<h1>Training of " + Markup.escaped(model) + "</h1>\n");
    body.append("<p class=\"lead\">wordvec ")
        .append(Markup.escaped(outcome.value("version").toString()))
        .append("</p>\n");
    body.append(TableMarkup.figures(headline(document)));
    body.append("<h2>Progress</h2>\n<div class=\"charts\">\n")
        .append(new TrainingCharts(outcome.history(), outcome.unit().toString()).figures())
        .append("</div>\n");
    analogies.ifPresent(table -> body.append("<h2>Analogies</h2>\n" + TableMarkup.of(table)));
    body.append("<h2>Nearest neighbours</h2>\n")
        .append(TableMarkup.of(samples(outcome.vectors().get())));
    body.append("<h2>Loss by epoch</h2>\n").append(TableMarkup.of(losses()));
    body.append("<div class=\"pair\">\n<div><h2>Counts and times</h2>\n")
        .append(TableMarkup.of(values(document)))
        .append("</div>\n<div><h2>Settings</h2>\n")
        .append(TableMarkup.of(values(outcome.settings())))
        .append("</div>\n</div>\n");
    return Page.of("Training of " + model, body.toString());
  }

  private List<Map.Entry<String, String>> headline(Map<String, Object> document) {
    List<Map.Entry<String, String>> figures = new ArrayList<>();
    figures.add(Map.entry("words in the vocabulary", number(outcome.value("vocabulary_size"))));
    if (document.containsKey("tokens")) {
      figures.add(Map.entry("tokens read", number(outcome.value("tokens"))));
    }
    if (document.containsKey("entries")) {
      figures.add(Map.entry("entries counted", number(outcome.value("entries"))));
    }
    figures.add(Map.entry("epochs", number(outcome.value("epochs"))));
    if (outcome.value("rate") instanceof Number perSecond) {
      figures.add(Map.entry(outcome.unit() + " per second", Quantity.of(perSecond.doubleValue())));
    }
    if (outcome.losses().getLast() instanceof Number last) {
      figures.add(Map.entry("loss in the last epoch", TextTable.text(last.doubleValue(), 4)));
    }
    Object device =
        document.get("gpu") instanceof Map<?, ?> gpu ? gpu.get("name") : outcome.value("device");
    figures.add(Map.entry("device", String.valueOf(device)));
    return figures;
  }

  private static String number(Object value) {
    return TextTable.text(value, 0);
  }

  /**
   * Returns the neighbours of every hundredth word by frequency, which are neither the most common
   * words nor so rare that their vectors are noise.
   */
  private static Table samples(WordVectors vectors) {
    int step = Math.max(1, Math.min(FIRST_SAMPLE, vectors.size() / (SAMPLES + 1)));
    int[] rows =
        IntStream.rangeClosed(1, SAMPLES)
            .map(sample -> sample * step)
            .filter(id -> id < vectors.size() && !vectors.isZero(id))
            .toArray();
    int threads = Runtime.getRuntime().availableProcessors();
    List<List<Neighbor>> neighbors = new Neighbors(vectors).nearestToRows(rows, NEIGHBORS, threads);
    List<List<Object>> lines = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      List<String> names =
          neighbors.get(i).stream()
              .map(word -> word.word() + " " + TextTable.text(word.similarity(), 2))
              .toList();
      lines.add(List.of(vectors.words().word(rows[i]), String.join(", ", names)));
    }
    return new Table(
        "near", "", List.of(Column.of("word"), Column.of("nearest, by cosine")), lines);
  }

  private Table losses() {
    List<List<Object>> rows = new ArrayList<>();
    for (Object loss : outcome.losses()) {
      rows.add(
          List.of(
              rows.size() + 1, loss instanceof Number value ? value.doubleValue() : Double.NaN));
    }
    return new Table("losses", "", List.of(Column.of("epoch"), new Column("loss", 4)), rows);
  }

  /** Returns the scalar values of a document; those of a nested object follow its name. */
  private static Table values(Map<String, Object> document) {
    List<List<Object>> rows = new ArrayList<>();
    document.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> part && !name.equals("configuration")) {
            part.forEach((key, inner) -> rows.add(named(name + ", " + key, inner)));
          } else if (!(value instanceof Map) && !(value instanceof List)) {
            rows.add(named(name, value));
          }
        });
    return new Table("values", "", List.of(Column.of("name"), Column.of("value")), rows);
  }

  private static List<Object> named(String name, Object value) {
    return List.of(name.replace('_', ' '), exact(value));
  }

  /**
   * Returns a value with six significant digits, which are enough for any setting, time or speed.
   */
  private static String exact(Object value) {
    if (!(value instanceof Double number) || !Double.isFinite(number)) {
      return TextTable.text(value, 0);
    }
    return Math.abs(number) < 1000
        ? new BigDecimal(number).round(SIX_DIGITS).stripTrailingZeros().toPlainString()
        : TextTable.text(Math.round(number), 0);
  }
}
