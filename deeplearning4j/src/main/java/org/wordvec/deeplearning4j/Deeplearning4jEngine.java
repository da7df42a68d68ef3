package org.wordvec.deeplearning4j;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.models.embeddings.inmemory.InMemoryLookupTable;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2Vec.Trained;
import org.wordvec.word2vec.Word2VecConfig;
import org.wordvec.word2vec.Word2VecEngine;

/**
 * Trains with Deeplearning4j's own Word2Vec over our corpus, vocabulary and Huffman codes.
 *
 * <p>It measures no loss. Its CBOW with negative sampling fails in version 1.0.0-M2.1 for every
 * batch of more than one window ("context must have rank 0/1 or 2", then a hang, or meaningless
 * vectors without an error), so that it runs with batches of one, which is slow.
 */
public final class Deeplearning4jEngine implements Word2VecEngine {
  /** Creates the engine, for the service loader. */
  public Deeplearning4jEngine() {}

  @Override
  public String name() {
    return "deeplearning4j";
  }

  @Override
  public List<String> check(Word2VecConfig config) {
    if (config.objective() instanceof Objective.NegativeSampling sampling
        && sampling.noiseExponent() != Objective.NegativeSampling.DEFAULT_NOISE_EXPONENT) {
      throw new IllegalArgumentException(
          "Deeplearning4j's noise exponent is always "
              + Objective.NegativeSampling.DEFAULT_NOISE_EXPONENT);
    }
    Nd4jBackend.check();
    return Settings.failsInBatches(config)
        ? List.of(
            "Deeplearning4j's CBOW with negative sampling only works in batches of one window,"
                + " which is slow; with hierarchical softmax it is not so bound")
        : List.of();
  }

  @Override
  public Trained train(EncodedCorpus corpus, Word2VecConfig config, Arena arena, Progress progress)
      throws InterruptedException {
    Nd4jBackend.check();
    TrainingPairs.requireSentence(corpus);
    Vocabulary vocabulary = corpus.vocabulary();
    Lexicon lexicon = new Lexicon(vocabulary.words(), vocabulary.counts());
    Sentences sentences = new Sentences(corpus, lexicon);
    InMemoryLookupTable<VocabWord> table = table(config, lexicon);
    table.resetWeights(true);
    Word2Vec model =
        new Word2Vec.Builder(Settings.of(config))
            .workers(config.execution().threads())
            .vocabCache(lexicon.cache())
            .lookupTable(table)
            .resetModel(false)
            .iterate(sentences)
            .build();
    Matrix inputs = Matrix.allocate(arena, vocabulary.size(), config.dimensions());
    Nd4jArrays.copy(table.getSyn0(), inputs);
    float[] first = inputs.row(0);
    double seconds = new Fit(model, sentences, corpus, config).run(progress);
    Nd4jArrays.copy(table.getSyn0(), inputs);
    checkVectors(inputs, first);
    return new Trained(
        new WordVectors(vocabulary.words(), inputs),
        outputs(table, config, arena, vocabulary.size()),
        new TrainingReport(
            seconds, corpus.tokens(), Collections.nCopies(config.schedule().epochs(), Double.NaN)));
  }

  private static InMemoryLookupTable<VocabWord> table(Word2VecConfig config, Lexicon lexicon) {
    InMemoryLookupTable.Builder<VocabWord> builder =
        new InMemoryLookupTable.Builder<VocabWord>()
            .cache(lexicon.cache())
            .vectorLength(config.dimensions())
            .seed(config.execution().seed())
            .useAdaGrad(false);
    return switch (config.objective()) {
      case Objective.NegativeSampling sampling ->
          builder.negative(sampling.negatives()).useHierarchicSoftmax(false).build();
      case Objective.HierarchicalSoftmax _ ->
          builder.negative(0).useHierarchicSoftmax(true).build();
    };
  }

  private static Matrix outputs(
      InMemoryLookupTable<VocabWord> table, Word2VecConfig config, Arena arena, int words) {
    INDArray weights =
        switch (config.objective()) {
          case Objective.NegativeSampling _ -> table.getSyn1Neg();
          case Objective.HierarchicalSoftmax _ -> table.getSyn1();
        };
    Matrix outputs = Matrix.allocate(arena, words, config.dimensions());
    Nd4jArrays.copy(weights, outputs);
    return outputs;
  }

  /** Throws where training failed, as the known failures end without an exception. */
  private static void checkVectors(Matrix inputs, float[] untrained) {
    int bad = FiniteCheck.firstBad(inputs);
    if (bad >= 0) {
      throw new DivergedException(
          "Deeplearning4j's vectors hold values that are not finite, first in row "
              + (bad + 1)
              + ": lower --learning-rate");
    }
    if (Arrays.equals(inputs.row(0), untrained)) {
      throw new DivergedException(
          "Deeplearning4j ended without changing the vector of the most frequent word");
    }
  }
}
