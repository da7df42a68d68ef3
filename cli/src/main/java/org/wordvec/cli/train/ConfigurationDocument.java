package org.wordvec.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.text.CorpusReading;
import org.wordvec.cli.text.TextDocument;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.word2vec.Objective.HierarchicalSoftmax;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;

/** Every setting of a training, by the names of the options that set it. */
final class ConfigurationDocument {
  private ConfigurationDocument() {}

  static Map<String, Object> of(FastTextConfig config, CorpusReading reading) {
    Map<String, Object> document = of(config.prediction(), reading);
    document.put("min_n", config.subwords().minimumLength());
    document.put("max_n", config.subwords().maximumLength());
    document.put("buckets", config.subwords().buckets());
    return document;
  }

  static Map<String, Object> of(Word2VecConfig config, CorpusReading reading) {
    Map<String, Object> document = new LinkedHashMap<>();
    TextDocument.put(reading, document);
    document.put("max_sentence_length", reading.tokenization().maximumSentenceLength());
    document.put("min_count", reading.limits().minimumCount());
    document.put("max_vocabulary", reading.limits().maximumSize());
    document.put("architecture", new ArchitectureChoices().name(config.architecture()));
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
    ObjectiveChoices names = new ObjectiveChoices();
    switch (config.objective()) {
      case NegativeSampling sampling -> {
        document.put("objective", names.name(ObjectiveKind.NEGATIVE_SAMPLING));
        document.put("negatives", sampling.negatives());
        document.put("noise_exponent", sampling.noiseExponent());
      }
      case HierarchicalSoftmax softmax ->
          document.put("objective", names.name(ObjectiveKind.HIERARCHICAL_SOFTMAX));
    }
  }
}
