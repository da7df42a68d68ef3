package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.WordVectors;

/**
 * Trains Word2Vec models on the CPU. What they learn from each window is written down plainly in
 * SkipGramReference and CbowReference, in the tests of this package.
 */
public final class Word2Vec {
  private Word2Vec() {}

  /**
   * A trained model.
   *
   * @param vectors the input vectors, in the order of the vocabulary
   * @param outputs the output weights, as in {@link ModelMatrices}
   * @param report time and loss
   */
  public record Trained(WordVectors vectors, Matrix outputs, TrainingReport report) {}

  /**
   * A training run.
   *
   * @param corpus to train on
   * @param config how to train
   * @param arena owns the matrices that come out; a shared one, since several threads write
   * @param progress receives where the run stands
   * @param checkpoints what the run writes, and which of them it continues from
   */
  public record Run(
      EncodedCorpus corpus,
      Word2VecConfig config,
      Arena arena,
      Progress progress,
      Checkpoints checkpoints) {
    /** Creates a run that reports no progress and keeps no checkpoints. */
    public Run(EncodedCorpus corpus, Word2VecConfig config, Arena arena) {
      this(corpus, config, arena, Progress.NONE, Checkpoints.none());
    }

    /** Returns the same run with another {@link #progress}. */
    public Run withProgress(Progress other) {
      return new Run(corpus, config, arena, other, checkpoints);
    }

    /** Returns the same run with other {@link #checkpoints}. */
    public Run withCheckpoints(Checkpoints other) {
      return new Run(corpus, config, arena, progress, other);
    }

    /**
     * Trains matrices by the steps of a family, on the threads of the configuration.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public TrainingReport train(ModelMatrices matrices, ShardSteps steps)
        throws InterruptedException {
      return new TrainingLoop(config.schedule(), config.execution(), steps.slices())
          .learning(matrices.state())
          .keeping(checkpoints)
          .run(steps.newStep(), corpus.tokens(), progress);
    }
  }

  /**
   * Trains on the CPU, from the start or from a checkpoint.
   *
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws org.wordvec.compute.training.DivergedException if a value becomes infinite or NaN, or a
   *     row too long
   * @throws IllegalArgumentException if the checkpoint to continue from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(Run run) throws InterruptedException {
    return train(
        run,
        matrices -> {
          try (Arena working = Arena.ofShared()) {
            return run.train(matrices, steps(run.corpus(), run.config(), matrices, working));
          }
        });
  }

  /**
   * Trains by a trainer of another device.
   *
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(Run run, ModelMatrices.Trainer trainer) throws InterruptedException {
    TrainingPairs.require(run.corpus(), run.config());
    Vocabulary vocabulary = run.corpus().vocabulary();
    ModelMatrices matrices = start(vocabulary, run.config(), run.arena());
    TrainingReport report = trainer.train(matrices);
    return new Trained(
        new WordVectors(vocabulary.words(), matrices.inputs()), matrices.outputs(), report);
  }

  /** Creates the matrices that training starts from: random inputs, and outputs of zeros. */
  public static ModelMatrices start(Vocabulary vocabulary, Word2VecConfig config, Arena arena) {
    ModelMatrices matrices = ModelMatrices.allocate(vocabulary.size(), vocabulary, config, arena);
    RandomRows.fill(matrices.inputs(), config.execution().seed());
    return matrices;
  }

  /**
   * Creates steps over a corpus; on a cluster, over a part of it that was encoded with the
   * vocabulary of the whole.
   *
   * @param config for a part, with a seed of its own, else all parts would draw the same
   * @param working owns the steps' scratch memory
   */
  public static ShardSteps steps(
      EncodedCorpus corpus, Word2VecConfig config, ModelMatrices matrices, Arena working) {
    SentenceSlices slices = SentenceSlices.of(corpus);
    Vocabulary vocabulary = corpus.vocabulary();
    WindowStep.Model model =
        new WindowStep.Model(
            corpus,
            slices,
            Subsampling.of(vocabulary, config.sample()),
            matrices.inputs(),
            Outputs.factory(
                config.objective(),
                vocabulary,
                matrices.outputs(),
                0,
                config.execution().threads()));
    return new ShardSteps(slices.size(), () -> new WindowStep(model, config, working));
  }
}
