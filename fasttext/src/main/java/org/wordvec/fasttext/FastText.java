package org.wordvec.fasttext;

import java.lang.foreign.Arena;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.Outputs;
import org.wordvec.word2vec.SentenceSlices;
import org.wordvec.word2vec.Subsampling;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains FastText models (Bojanowski et al. 2017, arXiv:1607.04606): Word2Vec in which the input
 * vector of a word w is the mean of the rows of the word itself and of its n-grams g,
 *
 * <pre>
 *   v(w) = (z(w) + sum over g of z(g)) / (1 + number of n-grams)
 * </pre>
 *
 * and every one of these rows receives the whole gradient of v(w), as in fastText.
 *
 * <p>Where it departs from fastText 0.9.2: a window is trained as one small matrix product. In
 * skip-gram v(w) is computed once per window, not once per context word; the outputs of all context
 * words are trained against it, six at a time from their values at that time; and the sum of their
 * gradients is added to the rows once. A noise word that equals the predicted one is left out, not
 * drawn again. Noise words come from a pool of 2,048 that is renewed little by little. The end of a
 * line is no word. The learning rate ends at 1e-4 of its start, not at 0. All rows are initialised,
 * whatever the number of threads.
 *
 * <p>What is learnt from a window is written down plainly in FastTextReference, in the tests of
 * this package. {@code device} trains on GPUs as well, {@code files} has fastText's file format.
 */
public final class FastText {
  /** fastText draws the input rows from ±1/dimensions. */
  static final float INITIAL_BOUND = 1;

  private FastText() {}

  /**
   * A trained model.
   *
   * @param vocabulary the words
   * @param tokens of the corpus, those outside the vocabulary included
   * @param config what it was trained with
   * @param inputs a row for each word, then one for each bucket
   * @param outputs the rows that words are predicted with
   * @param report time and loss
   */
  public record Trained(
      Vocabulary vocabulary,
      long tokens,
      FastTextConfig config,
      Matrix inputs,
      Matrix outputs,
      TrainingReport report) {
    /** Returns the model as queries see it; it lives as long as the matrices. */
    public FastTextModel model() {
      return new FastTextModel(
          vocabulary.words(),
          config.subwords(),
          new InputRows(inputs.segment(), inputs.rowBytes(), inputs.dimensions()),
          "the trained model");
    }
  }

  /**
   * A training run.
   *
   * @param corpus to train on
   * @param config how to train
   * @param pretrained vectors that the rows of the words themselves start from, if any; words that
   *     the corpus lacks are left out, and all other rows are drawn at random
   * @param arena owns the matrices that come out; a shared one, since several threads write
   * @param progress receives where the run stands
   * @param checkpoints what the run writes, and which of them it continues from
   */
  public record Run(
      EncodedCorpus corpus,
      FastTextConfig config,
      @Nullable WordVectors pretrained,
      Arena arena,
      Progress progress,
      Checkpoints checkpoints) {
    /** Creates a run from random rows that reports no progress and keeps no checkpoints. */
    public Run(EncodedCorpus corpus, FastTextConfig config, Arena arena) {
      this(corpus, config, null, arena, Progress.NONE, Checkpoints.none());
    }

    /** Returns the same run with other {@link #pretrained} vectors, or none. */
    public Run withPretrained(@Nullable WordVectors other) {
      return new Run(corpus, config, other, arena, progress, checkpoints);
    }

    /** Returns the same run with another {@link #progress}. */
    public Run withProgress(Progress other) {
      return new Run(corpus, config, pretrained, arena, other, checkpoints);
    }

    /** Returns the same run with other {@link #checkpoints}. */
    public Run withCheckpoints(Checkpoints other) {
      return new Run(corpus, config, pretrained, arena, progress, other);
    }

    /** Returns the part of the run that is the same as for Word2Vec: predicting words. */
    public Word2Vec.Run prediction() {
      return new Word2Vec.Run(corpus, config.prediction(), arena, progress, checkpoints);
    }
  }

  /**
   * Trains on the CPU, from the start or from a checkpoint.
   *
   * @throws IllegalArgumentException if the pretrained vectors have other dimensions, or the
   *     checkpoint to continue from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws org.wordvec.compute.training.DivergedException if a value becomes infinite or NaN, or a
   *     row too long
   * @throws OutOfMemoryError if the matrices do not fit in memory
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(Run run) throws InterruptedException {
    return train(
        run,
        matrices -> {
          try (Arena working = Arena.ofShared()) {
            return run.prediction()
                .train(matrices, steps(run.corpus(), run.config(), matrices, working));
          }
        });
  }

  /**
   * Trains by a trainer of another device.
   *
   * @throws IllegalArgumentException if the pretrained vectors have other dimensions
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(Run run, ModelMatrices.Trainer trainer) throws InterruptedException {
    EncodedCorpus corpus = run.corpus();
    TrainingPairs.require(corpus, run.config().prediction());
    ModelMatrices matrices =
        start(corpus.vocabulary(), run.config(), run.pretrained(), run.arena());
    TrainingReport report = trainer.train(matrices);
    return new Trained(
        corpus.vocabulary(),
        corpus.tokens(),
        run.config(),
        matrices.inputs(),
        matrices.outputs(),
        report);
  }

  /**
   * Creates the matrices that training starts from: inputs of words and then of n-grams, drawn at
   * random, and outputs of zeros.
   *
   * @param pretrained vectors that the words' own rows start from, if any
   * @throws IllegalArgumentException if these have other dimensions
   */
  public static ModelMatrices start(
      Vocabulary vocabulary, FastTextConfig config, @Nullable WordVectors pretrained, Arena arena) {
    Word2VecConfig prediction = config.prediction();
    int rows = Math.addExact(vocabulary.size(), config.subwords().buckets());
    ModelMatrices matrices = ModelMatrices.allocate(rows, vocabulary, prediction, arena);
    RandomRows.fill(matrices.inputs(), INITIAL_BOUND, prediction.execution().seed());
    if (pretrained != null) {
      copy(pretrained, vocabulary, matrices.inputs());
    }
    return matrices;
  }

  /**
   * Creates steps over a corpus; on a cluster, over a part of it that was encoded with the
   * vocabulary of the whole.
   *
   * @param config for a part, with a seed of its own, else all parts would draw the same
   * @param working owns the n-grams of the vocabulary and the steps' scratch memory
   */
  public static ShardSteps steps(
      EncodedCorpus corpus, FastTextConfig config, ModelMatrices matrices, Arena working) {
    Word2VecConfig prediction = config.prediction();
    Vocabulary vocabulary = corpus.vocabulary();
    SentenceSlices slices = SentenceSlices.of(corpus);
    SubwordStep.Model model =
        new SubwordStep.Model(
            corpus,
            slices,
            Subsampling.of(vocabulary, prediction.sample()),
            SubwordRows.of(vocabulary.words(), config.subwords(), working),
            matrices.inputs(),
            Outputs.factory(
                prediction.objective(),
                vocabulary,
                matrices.outputs(),
                renewedNoise(prediction.architecture()),
                prediction.execution().threads()));
    return new ShardSteps(slices.size(), () -> new SubwordStep(model, prediction, working));
  }

  /**
   * Returns how many words of the noise pool are renewed at each position. Skip-gram draws new
   * negatives for every pair of words, about 15 at a position; from a pool that stays for a slice,
   * they lowered the analogy score by three points.
   */
  public static int renewedNoise(Architecture architecture) {
    return switch (architecture) {
      case SKIP_GRAM -> 4;
      case CBOW -> 1;
    };
  }

  /** Returns how many words of a vocabulary would start from pretrained vectors. */
  public static int countPretrained(WordVectors pretrained, Vocabulary vocabulary) {
    int count = 0;
    for (int word = 0; word < vocabulary.size(); word++) {
      count += id(pretrained, vocabulary, word) >= 0 ? 1 : 0;
    }
    return count;
  }

  private static int id(WordVectors pretrained, Vocabulary vocabulary, int word) {
    byte[] utf8 = vocabulary.words().utf8(word);
    return pretrained.words().indexOf(utf8, 0, utf8.length);
  }

  private static void copy(WordVectors pretrained, Vocabulary vocabulary, Matrix inputs) {
    if (pretrained.dimensions() != inputs.dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the pretrained vectors have %d dimensions, the model %d",
              pretrained.dimensions(),
              inputs.dimensions()));
    }
    for (int word = 0; word < vocabulary.size(); word++) {
      int id = id(pretrained, vocabulary, word);
      if (id >= 0) {
        inputs.setRow(word, pretrained.matrix().row(id));
      }
    }
  }
}
