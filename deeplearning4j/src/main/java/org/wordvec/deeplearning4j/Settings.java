package org.wordvec.deeplearning4j;

import org.deeplearning4j.models.embeddings.learning.impl.elements.CBOW;
import org.deeplearning4j.models.embeddings.learning.impl.elements.SkipGram;
import org.deeplearning4j.models.embeddings.loader.VectorsConfiguration;
import org.wordvec.compute.training.Schedule;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2VecConfig;

/** Translates our configuration into Deeplearning4j's. */
final class Settings {
  private static final int BATCH = 512;

  private Settings() {}

  static VectorsConfiguration of(Word2VecConfig config) {
    VectorsConfiguration settings = new VectorsConfiguration();
    settings.setLayersSize(config.dimensions());
    settings.setWindow(config.window());
    settings.setSampling(config.sample());
    settings.setEpochs(config.schedule().epochs());
    settings.setIterations(1);
    settings.setLearningRate(config.schedule().learningRate());
    settings.setMinLearningRate(config.schedule().learningRate() * Schedule.FINAL_FRACTION);
    settings.setSeed(config.execution().seed());
    settings.setMinWordFrequency(1);
    settings.setBatchSize(batch(config));
    settings.setElementsLearningAlgorithm(algorithm(config.architecture()));
    switch (config.objective()) {
      case Objective.NegativeSampling sampling -> {
        settings.setNegative(sampling.negatives());
        settings.setUseHierarchicSoftmax(false);
      }
      case Objective.HierarchicalSoftmax _ -> {
        settings.setNegative(0);
        settings.setUseHierarchicSoftmax(true);
      }
    }
    return settings;
  }

  /** Returns whether batches of more than one window fail in Deeplearning4j 1.0.0-M2.1. */
  static boolean failsInBatches(Word2VecConfig config) {
    return config.architecture() == Architecture.CBOW
        && config.objective() instanceof Objective.NegativeSampling;
  }

  private static int batch(Word2VecConfig config) {
    return failsInBatches(config) ? 1 : BATCH;
  }

  private static String algorithm(Architecture architecture) {
    return switch (architecture) {
      case SKIP_GRAM -> SkipGram.class.getName();
      case CBOW -> CBOW.class.getName();
    };
  }
}
