package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.vectors.WordVectors;

/**
 * Trains GloVe (Pennington, Socher and Manning 2014): by AdaGrad on the cost
 *
 * <pre>
 *   J = sum over entries x[i][j] of f(x[i][j]) / 2 * (w[i] . c[j] + b[i] + d[j] - log x[i][j])^2
 * </pre>
 *
 * where the learning rate applies to vectors and biases alike.
 */
public final class GloVe {
  private GloVe() {}

  /**
   * What training yields.
   *
   * @param vectors in the order of the vocabulary
   * @param report time and cost
   */
  public record Trained(WordVectors vectors, TrainingReport report) {}

  /** Trains on entries, on the CPU. */
  public static Trained train(Entries entries, GloVeConfig config, Arena arena, Progress progress)
      throws InterruptedException {
    return train(entries, config, new Backend.Cpu(), arena, progress);
  }

  /** Trains on entries without checkpoints. */
  public static Trained train(
      Entries entries, GloVeConfig config, Backend backend, Arena arena, Progress progress)
      throws InterruptedException {
    return train(entries, config, backend, arena, progress, Checkpoints.none());
  }

  /**
   * Trains on entries, from the start or from a checkpoint.
   *
   * @param arena owns the vectors that come out
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it
   * @throws DivergedException if the cost grows, or a value becomes infinite or NaN, or a row too
   *     long
   * @throws IllegalArgumentException if the checkpoint to go on from is that of another run
   * @throws java.io.UncheckedIOException if it cannot be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(
      Entries entries,
      GloVeConfig config,
      Backend backend,
      Arena arena,
      Progress progress,
      Checkpoints checkpoints)
      throws InterruptedException {
    CostWatch watch = new CostWatch(progress, ZeroCost.of(entries.tiles().slices()));
    Trained trained =
        switch (backend) {
          case Backend.Cpu _ -> onCpu(entries, config, arena, watch, checkpoints);
          case Backend.Gpu gpu ->
              new DeviceTraining(entries, config, gpu).train(arena, watch, checkpoints);
        };
    watch.checkAll(trained.report().losses());
    return trained;
  }

  private static Trained onCpu(
      Entries entries, GloVeConfig config, Arena arena, Progress progress, Checkpoints checkpoints)
      throws InterruptedException {
    int vocabulary = entries.vocabulary().size();
    long seed = config.execution().seed();
    try (Arena working = Arena.ofShared()) {
      Parameters parameters = Parameters.allocate(working, vocabulary, config.dimensions(), seed);
      List<EntrySlice> slices = entries.tiles().slices();
      EntryStep step = EntryStep.of(slices, parameters, config);
      TrainingReport report =
          new TrainingLoop(config.schedule(), config.execution(), slices.size())
              .learning(
                  TrainingState.of(
                      parameters.words().part("words"), parameters.contexts().part("contexts")))
              .keeping(checkpoints)
              .run(() -> step, entries.size(), progress);
      return new Trained(
          new WordVectors(entries.vocabulary().words(), parameters.output(config.output(), arena)),
          report);
    }
  }
}
