package org.wordvec.library.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.library.Spelling;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.library.text.CountingPlan;
import org.wordvec.library.text.TextConfiguration;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.word2vec.Objective.HierarchicalSoftmax;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;

/** Collects the settings of a training by the names of their options. */
final class Configurations {
  private Configurations() {}

  static Map<String, Object> of(
      FastTextConfig config, @Nullable Path pretrained, CorpusReading reading) {
    Map<String, Object> document = of(config.prediction(), reading);
    document.put("min_n", config.subwords().minimumLength());
    document.put("max_n", config.subwords().maximumLength());
    document.put("buckets", config.subwords().buckets());
    document.put(
        "pretrained", pretrained == null ? "none" : pretrained.toAbsolutePath().toString());
    return document;
  }

  static Map<String, Object> of(
      Word2VecConfig config, SenseSettings settings, CorpusReading reading) {
    Map<String, Object> document = of(config, reading);
    document.put("max_senses", settings.maximumSenses());
    document.put("concentration", settings.concentration());
    document.put("min_sense_share", settings.minimumShare());
    return document;
  }

  static Map<String, Object> of(Word2VecConfig config, CorpusReading reading) {
    Map<String, Object> document = new LinkedHashMap<>();
    TextConfiguration.put(reading, document);
    document.put("max_sentence_length", reading.tokenization().maximumSentenceLength());
    document.put("min_count", reading.limits().minimumCount());
    document.put("max_vocabulary", reading.limits().maximumSize());
    document.put("architecture", Spelling.of(config.architecture()));
    putObjective(config, document);
    document.put("dim", config.dimensions());
    document.put("window", config.window());
    document.put("sample", config.sample());
    document.put("epochs", config.schedule().epochs());
    document.put("learning_rate", config.schedule().learningRate());
    document.put("threads", config.execution().threads());
    document.put("seed", config.execution().seed());
    return document;
  }

  private static void putObjective(Word2VecConfig config, Map<String, Object> document) {
    switch (config.objective()) {
      case NegativeSampling sampling -> {
        document.put("objective", "negative-sampling");
        document.put("negatives", sampling.negatives());
        document.put("noise_exponent", sampling.noiseExponent());
      }
      case HierarchicalSoftmax softmax -> document.put("objective", "hierarchical-softmax");
    }
  }

  /** Returns the settings of a training on a text. */
  static Map<String, Object> of(GloVeConfig config, CountingPlan plan) {
    Map<String, Object> document = new LinkedHashMap<>();
    TextConfiguration.put(plan.reading(), document);
    document.put("min_count", plan.reading().limits().minimumCount());
    document.put("max_vocabulary", plan.reading().limits().maximumSize());
    document.put("window", plan.config().window());
    document.put("symmetric", plan.config().sides() == ContextSides.BOTH);
    document.put("distance_weighting", plan.config().weighting() == DistanceWeighting.INVERSE);
    document.put("memory", plan.resources().memory());
    document.putAll(of(config));
    return document;
  }

  /** Returns the settings of a training on counts: how they were made is not known. */
  static Map<String, Object> of(GloVeConfig config) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("dim", config.dimensions());
    document.put("x_max", config.weighting().xMax());
    document.put("alpha", config.weighting().alpha());
    document.put("gradient_clip", config.gradientClip());
    document.put("output_vectors", Spelling.of(config.output()));
    document.put("epochs", config.schedule().epochs());
    document.put("learning_rate", config.schedule().learningRate());
    document.put("threads", config.execution().threads());
    document.put("seed", config.execution().seed());
    return document;
  }
}
