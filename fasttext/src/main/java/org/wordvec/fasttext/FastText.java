package org.wordvec.fasttext;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.DeviceTraining;
import org.wordvec.word2vec.Outputs;
import org.wordvec.word2vec.SentenceSlices;
import org.wordvec.word2vec.Subsampling;
import org.wordvec.word2vec.TrainingPairs;
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
 */
public final class FastText {
  /** fastText draws the input rows from ±1/dimensions. */
  static final float INITIAL_BOUND = 1;

  private FastText() {}

  /**
   * What training yields.
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
    /** The model as questions see it; lives as long as the matrices. */
    public FastTextModel model() {
      return new FastTextModel(
          vocabulary.words(),
          config.subwords(),
          new InputRows(inputs.segment(), inputs.rowBytes(), inputs.dimensions()),
          "the trained model");
    }

    /**
     * Writes fastText's {@code .bin}, whole or not at all.
     *
     * @throws IOException if writing fails or a value is not finite; an older file stays then
     */
    public void write(Path path, VocabularyLimits limits) throws IOException {
      FastTextWriter.write(this, limits, path);
    }
  }

  /** Trains on a corpus, on the CPU; see the other method. */
  public static Trained train(
      EncodedCorpus corpus,
      FastTextConfig config,
      @Nullable WordVectors pretrained,
      Arena arena,
      Progress progress)
      throws InterruptedException {
    return train(corpus, config, pretrained, new Backend.Cpu(), arena, progress);
  }

  /** Trains on a corpus without checkpoints; see the other method. */
  public static Trained train(
      EncodedCorpus corpus,
      FastTextConfig config,
      @Nullable WordVectors pretrained,
      Backend backend,
      Arena arena,
      Progress progress)
      throws InterruptedException {
    return train(corpus, config, pretrained, backend, arena, progress, Checkpoints.none());
  }

  /**
   * Trains on a corpus, from the start or from a checkpoint.
   *
   * @param pretrained vectors that the rows of the words themselves start from; words that the
   *     corpus lacks are left out, and all other rows are drawn at random
   * @param arena owns the model; a shared one, since several threads write
   * @throws IllegalArgumentException if the pretrained vectors have other dimensions, or the
   *     checkpoint to go on from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws org.wordvec.compute.training.DivergedException if a value becomes infinite or NaN, or a
   *     row too long
   * @throws OutOfMemoryError if the matrices do not fit in memory
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(
      EncodedCorpus corpus,
      FastTextConfig config,
      @Nullable WordVectors pretrained,
      Backend backend,
      Arena arena,
      Progress progress,
      Checkpoints checkpoints)
      throws InterruptedException {
    Word2VecConfig prediction = config.prediction();
    TrainingPairs.require(corpus, prediction);
    Vocabulary vocabulary = corpus.vocabulary();
    int rows = Math.addExact(vocabulary.size(), config.subwords().buckets());
    Matrix inputs = Matrix.allocate(arena, rows, prediction.dimensions());
    RandomRows.fill(inputs, INITIAL_BOUND, prediction.execution().seed());
    if (pretrained != null) {
      copy(pretrained, vocabulary, inputs);
    }
    Matrix outputs =
        Matrix.allocate(
            arena, Outputs.rows(prediction.objective(), vocabulary), prediction.dimensions());
    try (Arena working = Arena.ofShared()) {
      SubwordRows subwords = SubwordRows.of(vocabulary.words(), config.subwords(), working);
      TrainingReport report =
          switch (backend) {
            case Backend.Cpu _ ->
                onCpu(
                    corpus, prediction, subwords, inputs, outputs, working, progress, checkpoints);
            case Backend.Gpu gpu ->
                new DeviceTraining(
                        corpus,
                        prediction,
                        gpu,
                        SubwordKernels.of(subwords, renewedNoise(prediction.architecture())))
                    .train(inputs, outputs, progress, checkpoints);
          };
      return new Trained(vocabulary, corpus.tokens(), config, inputs, outputs, report);
    }
  }

  private static TrainingReport onCpu(
      EncodedCorpus corpus,
      Word2VecConfig config,
      SubwordRows subwords,
      Matrix inputs,
      Matrix outputs,
      Arena working,
      Progress progress,
      Checkpoints checkpoints)
      throws InterruptedException {
    SentenceSlices slices = SentenceSlices.of(corpus);
    SubwordStep.Model model =
        new SubwordStep.Model(
            corpus,
            slices,
            Subsampling.of(corpus.vocabulary(), config.sample()),
            subwords,
            inputs,
            Outputs.factory(
                config.objective(),
                corpus.vocabulary(),
                outputs,
                renewedNoise(config.architecture()),
                config.execution().threads()));
    return new TrainingLoop(config.schedule(), config.execution(), slices.size())
        .learning(
            TrainingState.of(
                new TrainingState.Part("inputs", inputs),
                new TrainingState.Part("outputs", outputs)))
        .keeping(checkpoints)
        .run(() -> new SubwordStep(model, config, working), corpus.tokens(), progress);
  }

  /**
   * Noise words renewed at each position. Skip-gram draws new negatives for every pair of words,
   * about 15 a position. With so many from a pool that stays for a slice, the analogies lost three
   * points.
   */
  static int renewedNoise(Architecture architecture) {
    return switch (architecture) {
      case SKIP_GRAM -> 4;
      case CBOW -> 1;
    };
  }

  /** How many words of a vocabulary would start from pretrained vectors. */
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

  static void copy(WordVectors pretrained, Vocabulary vocabulary, Matrix inputs) {
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
