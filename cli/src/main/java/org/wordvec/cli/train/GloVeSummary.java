package org.wordvec.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Version;
import org.wordvec.cli.output.JsonText;
import org.wordvec.cli.text.CountingPlan;
import org.wordvec.cli.text.TextDocument;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.DistanceWeighting;

/** The document of {@code --report} for GloVe. */
record GloVeSummary(
    Map<String, Object> source,
    Vocabulary vocabulary,
    long entries,
    double countSeconds,
    TrainingReport report,
    GloVeTraining training,
    double writeSeconds) {
  Map<String, Object> document() {
    GloVeConfig config = training.config();
    int epochs = config.schedule().epochs();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.current());
    document.put("model", "glove");
    document.putAll(source);
    document.put("vocabulary_size", vocabulary.size());
    document.put("entries", entries);
    document.put("epochs", epochs);
    document.put("threads", config.execution().threads());
    document.put("count_seconds", countSeconds);
    document.put("train_seconds", report.seconds());
    document.put("epoch_seconds", report.seconds() / epochs);
    document.put("write_seconds", writeSeconds);
    document.put("entries_per_second", report.tokensPerSecond());
    document.put("loss", report.losses().stream().map(JsonText::finite).toList());
    document.putAll(DeviceSummary.of(report));
    document.put("configuration", configuration(config, training.plan()));
    return document;
  }

  static Map<String, Object> configuration(GloVeConfig config, CountingPlan plan) {
    Map<String, Object> document = new LinkedHashMap<>();
    TextDocument.put(plan.reading(), document);
    document.put("min_count", plan.reading().limits().minimumCount());
    document.put("max_vocabulary", plan.reading().limits().maximumSize());
    document.put("window", plan.config().window());
    document.put("symmetric", plan.config().sides() == ContextSides.BOTH);
    document.put("distance_weighting", plan.config().weighting() == DistanceWeighting.INVERSE);
    document.put("memory", plan.resources().memory());
    document.put("dim", config.dimensions());
    document.put("x_max", config.weighting().xMax());
    document.put("alpha", config.weighting().alpha());
    document.put("gradient_clip", config.gradientClip());
    document.put("output_vectors", new OutputVectorsChoices().name(config.output()));
    document.put("epochs", config.schedule().epochs());
    document.put("learning_rate", config.schedule().learningRate());
    document.put("threads", config.execution().threads());
    document.put("seed", config.execution().seed());
    return document;
  }
}
