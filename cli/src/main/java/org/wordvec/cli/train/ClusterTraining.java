package org.wordvec.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wordvec.cli.base.DeviceChoice;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.Version;
import org.wordvec.cli.output.JsonText;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.progress.TrainingHistory;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.Clusters;
import org.wordvec.cli.text.CorpusReading;
import org.wordvec.cli.text.TrainingNotes;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.WordVectors;

/** From text to a file of vectors, on a cluster. */
record ClusterTraining(
    ClusterSettings settings, ClusterText text, CorpusReading reading, TrainingFiles files) {
  private static final String UNIT = "words";

  /**
   * What came of a training.
   *
   * @param vectors those of the words, for a report
   * @param written says in which format they are
   */
  record Result(TrainingReport report, Supplier<WordVectors> vectors, Write written) {}

  /** Writes the model and tells the name of the format. */
  @FunctionalInterface
  interface Write {
    String write() throws IOException;
  }

  /** Trains. */
  @FunctionalInterface
  interface Training {
    Result on(Cluster cluster, Vocabulary vocabulary, Arena arena, Progress progress, Notes notes)
        throws IOException, InterruptedException;
  }

  /** Refuses what clusters do not do. */
  static void check(ExecutionOptions execution, CheckpointOptions checkpointing) {
    if (!(execution.device instanceof DeviceChoice.Auto
            || execution.device instanceof DeviceChoice.Cpu)
        || execution.gpuConcurrency != null) {
      throw new IllegalArgumentException(
          "--engine spark trains on CPUs: leave --device and --gpu-concurrency out");
    }
    if (checkpointing.orPlanAreAsked()) {
      throw new IllegalArgumentException(
          "--engine spark keeps its rounds in --round-folder and makes no plans: leave"
              + " --checkpoint, --resume and --plan out");
    }
  }

  /** Counts, trains, writes; leaves older outputs alone unless all of it succeeds. */
  void run(
      String model,
      Map<String, Object> configuration,
      Training training,
      Terminal terminal,
      Notes notes)
      throws IOException, InterruptedException {
    try (Cluster cluster = Clusters.open(settings, notes);
        Arena arena = Arena.ofShared()) {
      Clusters.Words words =
          Clusters.words(cluster, text, reading, files.vocabulary(reading.limits()), notes);
      TrainingHistory history = new TrainingHistory();
      Result result;
      try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
        result =
            training.on(
                cluster, words.vocabulary(), arena, display.recording(history, UNIT), notes);
      }
      TrainingNotes.trained(result.report(), UNIT).forEach(notes::say);
      Clusters.sayTraffic(cluster, notes);
      long start = System.nanoTime();
      String format = result.written().write();
      files.writeVocabulary(words.vocabulary());
      double writeSeconds = 1e-9 * (System.nanoTime() - start);
      files.writeReport(
          new TrainingOutcome(
              document(model, words, result.report(), configuration, writeSeconds),
              history,
              UNIT,
              result.vectors()));
      notes.say("wrote " + files.output() + " as " + format);
    }
  }

  private static Map<String, Object> document(
      String model,
      Clusters.Words words,
      TrainingReport report,
      Map<String, Object> configuration,
      double writeSeconds) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.current());
    document.put("model", model);
    document.put("engine", Clusters.SPARK);
    document.put("tokens", words.census().diagnostics().words());
    document.put("encoded_tokens", words.vocabulary().totalCount());
    document.put("distinct_words", words.census().distinct());
    document.put("vocabulary_size", words.vocabulary().size());
    document.put("epochs", report.losses().size());
    document.put("threads", configuration.getOrDefault("threads", 1));
    Map<String, Object> seconds = new LinkedHashMap<>();
    seconds.put("vocabulary", words.census().seconds());
    seconds.put("encode", 0.0);
    seconds.put("train", report.seconds());
    seconds.put("write", writeSeconds);
    document.put("seconds", seconds);
    document.put("words_per_second", report.tokensPerSecond());
    document.put("loss", losses(report));
    document.putAll(DeviceSummary.of(report));
    document.put("configuration", configuration);
    return document;
  }

  private static List<?> losses(TrainingReport report) {
    return report.losses().stream().map(JsonText::finite).toList();
  }
}
