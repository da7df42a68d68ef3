package org.wordvec.library.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.library.Figures;
import org.wordvec.library.Version;

/**
 * Creates the report of a training as a tree of maps, lists, strings and numbers, with the same
 * keys for every family and engine. Its JSON Schema is the resource {@code
 * META-INF/wordvec/report.schema.json}.
 */
final class ReportDocument {
  /** Version of the keys and their meanings; readers should reject unknown versions. */
  static final int SCHEMA = 1;

  private ReportDocument() {}

  static Map<String, Object> of(
      TrainingStrategy<?> strategy, TrainingData data, TrainedModel trained, double writeSeconds) {
    TrainingReport report = trained.report();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", SCHEMA);
    document.put("version", Version.current());
    document.put("model", strategy.model());
    document.put("engine", strategy.engine());
    document.putAll(data.counts());
    document.put("vocabulary_size", data.vocabulary().size());
    document.put("epochs", report.losses().size());
    document.put("threads", Objects.requireNonNull(trained.configuration().get("threads")));
    document.put("seconds", seconds(data.seconds(), report, writeSeconds));
    document.put("unit", strategy.unit().toString());
    document.put("rate", report.tokensPerSecond());
    document.put("losses", report.losses().stream().map(ReportDocument::finite).toList());
    document.put("device", report.device().map(DeviceTimes::device).orElse("cpu"));
    report.device().ifPresent(times -> document.put("gpu", gpu(times)));
    if (report.pauses().count() > 0) {
      document.put(
          "checkpoints",
          Map.of("count", report.pauses().count(), "seconds", report.pauses().seconds()));
    }
    document.put("configuration", trained.configuration());
    return document;
  }

  private static Map<String, Object> seconds(
      StageSeconds stages, TrainingReport report, double writeSeconds) {
    Map<String, Object> seconds = new LinkedHashMap<>();
    seconds.put("read", stages.read());
    seconds.put("encode", stages.encode());
    seconds.put("count", stages.count());
    seconds.put("train", report.seconds());
    seconds.put("write", writeSeconds);
    return seconds;
  }

  private static Map<String, Object> gpu(DeviceTimes times) {
    Map<String, Object> gpu = new LinkedHashMap<>();
    gpu.put("name", times.name());
    gpu.put("concurrency", times.inFlight().count());
    gpu.put("kernel_seconds", times.kernelSeconds());
    gpu.put("copy_seconds", times.copySeconds());
    gpu.put("host_seconds", times.hostSeconds());
    gpu.put("merged_rounds", times.merging().rounds());
    gpu.put("merge_seconds", times.merging().seconds());
    return gpu;
  }

  /** Returns a value for JSON, where NaN and infinities are null. */
  static @Nullable Object finite(double value) {
    return Double.isFinite(value) ? Figures.shortest(value) : null;
  }
}
