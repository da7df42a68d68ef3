package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.EntrySlice;
import org.wordvec.vectors.WordVectors;

/**
 * Trains GloVe (Pennington, Socher and Manning 2014): by AdaGrad on the cost
 *
 * <pre>
 *   J = sum over entries x[i][j] of f(x[i][j]) / 2 * (w[i] . c[j] + b[i] + d[j] - log x[i][j])^2
 * </pre>
 *
 * where the learning rate applies to vectors and biases alike. It is written down plainly in
 * GloVeReference, in the tests of this package; {@code device} trains on GPUs as well.
 */
public final class GloVe {
  private GloVe() {}

  /**
   * A trained model.
   *
   * @param vectors in the order of the vocabulary
   * @param report time and cost
   */
  public record Trained(WordVectors vectors, TrainingReport report) {}

  /**
   * A training run.
   *
   * @param entries to train on
   * @param config how to train
   * @param arena owns the vectors that come out
   * @param progress receives where the run stands
   * @param checkpoints what the run writes, and which of them it continues from
   */
  public record Run(
      Entries entries,
      GloVeConfig config,
      Arena arena,
      Progress progress,
      Checkpoints checkpoints) {
    /** Creates a run that reports no progress and keeps no checkpoints. */
    public Run(Entries entries, GloVeConfig config, Arena arena) {
      this(entries, config, arena, Progress.NONE, Checkpoints.none());
    }

    /** Returns the same run with another {@link #progress}. */
    public Run withProgress(Progress other) {
      return new Run(entries, config, arena, other, checkpoints);
    }

    /** Returns the same run with other {@link #checkpoints}. */
    public Run withCheckpoints(Checkpoints other) {
      return new Run(entries, config, arena, progress, other);
    }
  }

  /**
   * Trains on the CPU, from the start or from a checkpoint.
   *
   * @throws org.wordvec.compute.training.DivergedException if the cost grows, or a value becomes
   *     infinite or NaN, or a row too long
   * @throws IllegalArgumentException if the checkpoint to continue from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(Run run) throws InterruptedException {
    return CostWatch.over(run, GloVe::trainWatched);
  }

  private static Trained trainWatched(Run run) throws InterruptedException {
    Entries entries = run.entries();
    GloVeConfig config = run.config();
    try (Arena working = Arena.ofShared()) {
      Parameters parameters = start(entries.vocabulary().size(), config, working);
      ShardSteps steps = steps(entries, config, parameters);
      TrainingReport report =
          new TrainingLoop(config.schedule(), config.execution(), steps.slices())
              .learning(
                  TrainingState.of(
                      parameters.words().part("words"), parameters.contexts().part("contexts")))
              .keeping(run.checkpoints())
              .run(steps.newStep(), entries.size(), run.progress());
      return new Trained(
          new WordVectors(
              entries.vocabulary().words(), parameters.output(config.output(), run.arena())),
          report);
    }
  }

  /** Creates the parameters that training starts from, for a vocabulary of some size. */
  public static Parameters start(int vocabulary, GloVeConfig config, Arena arena) {
    return Parameters.allocate(arena, vocabulary, config.dimensions(), config.execution().seed());
  }

  /**
   * Creates steps over all entries; on a cluster, over those of a part.
   *
   * @param config for a part, with a seed of its own, which orders the slices
   */
  public static ShardSteps steps(Entries entries, GloVeConfig config, Parameters parameters) {
    List<EntrySlice> slices = entries.tiles().slices();
    EntryStep step = EntryStep.of(slices, parameters, config);
    return new ShardSteps(slices.size(), () -> step);
  }
}
