package org.wordvec.word2vec;

import java.lang.foreign.Arena;
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
import org.wordvec.vectors.WordVectors;

/** Trains Word2Vec models. */
public final class Word2Vec {
  private Word2Vec() {}

  /**
   * What training yields.
   *
   * @param vectors the input vectors, in the order of the vocabulary
   * @param outputs the output weights: a row for each word with negative sampling, for each inner
   *     node of the {@link HuffmanTree} with hierarchical softmax
   * @param report time and loss
   */
  public record Trained(WordVectors vectors, Matrix outputs, TrainingReport report) {}

  /** Trains on a corpus, on the CPU. */
  public static Trained train(
      EncodedCorpus corpus, Word2VecConfig config, Arena arena, Progress progress)
      throws InterruptedException {
    return train(corpus, config, new Backend.Cpu(), arena, progress);
  }

  /** Trains on a corpus without checkpoints. */
  public static Trained train(
      EncodedCorpus corpus, Word2VecConfig config, Backend backend, Arena arena, Progress progress)
      throws InterruptedException {
    return train(corpus, config, backend, arena, progress, Checkpoints.none());
  }

  /**
   * Trains on a corpus, from the start or from a checkpoint.
   *
   * @param arena owns the matrices that come out; a shared one, since several threads write
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws org.wordvec.compute.training.DivergedException if a value becomes infinite or NaN, or a
   *     row too long
   * @throws IllegalArgumentException if the checkpoint to go on from is that of another run
   * @throws java.io.UncheckedIOException if it cannot be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(
      EncodedCorpus corpus,
      Word2VecConfig config,
      Backend backend,
      Arena arena,
      Progress progress,
      Checkpoints checkpoints)
      throws InterruptedException {
    TrainingPairs.require(corpus, config);
    Vocabulary vocabulary = corpus.vocabulary();
    Matrix inputs = Matrix.allocate(arena, vocabulary.size(), config.dimensions());
    RandomRows.fill(inputs, config.execution().seed());
    Matrix outputs =
        Matrix.allocate(arena, Outputs.rows(config.objective(), vocabulary), config.dimensions());
    try (Arena working = Arena.ofShared()) {
      TrainingReport report =
          switch (backend) {
            case Backend.Cpu _ ->
                onCpu(corpus, config, inputs, outputs, working, progress, checkpoints);
            case Backend.Gpu gpu ->
                new DeviceTraining(corpus, config, gpu, WindowKernels.word2vec())
                    .train(inputs, outputs, progress, checkpoints);
          };
      return new Trained(new WordVectors(vocabulary.words(), inputs), outputs, report);
    }
  }

  private static TrainingReport onCpu(
      EncodedCorpus corpus,
      Word2VecConfig config,
      Matrix inputs,
      Matrix outputs,
      Arena working,
      Progress progress,
      Checkpoints checkpoints)
      throws InterruptedException {
    Vocabulary vocabulary = corpus.vocabulary();
    SentenceSlices slices = SentenceSlices.of(corpus);
    WindowStep.Model model =
        new WindowStep.Model(
            corpus,
            slices,
            Subsampling.of(vocabulary, config.sample()),
            inputs,
            Outputs.factory(
                config.objective(), vocabulary, outputs, 0, config.execution().threads()));
    return new TrainingLoop(config.schedule(), config.execution(), slices.size())
        .learning(
            TrainingState.of(
                new TrainingState.Part("inputs", inputs),
                new TrainingState.Part("outputs", outputs)))
        .keeping(checkpoints)
        .run(() -> new WindowStep(model, config, working), corpus.tokens(), progress);
  }
}
