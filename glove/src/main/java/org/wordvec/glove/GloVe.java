package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Backend;
import org.wordvec.compute.DivergedException;
import org.wordvec.compute.Progress;
import org.wordvec.compute.TrainingLoop;
import org.wordvec.compute.TrainingReport;
import org.wordvec.compute.WeightedLeastSquares;
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

  /**
   * Trains on entries.
   *
   * @param arena owns the vectors that come out
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it
   * @throws DivergedException if the cost grows, or becomes infinite or NaN
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trained train(
      Entries entries, GloVeConfig config, Backend backend, Arena arena, Progress progress)
      throws InterruptedException {
    CostWatch watch = new CostWatch(progress);
    Trained trained =
        switch (backend) {
          case Backend.Cpu _ -> onCpu(entries, config, arena, watch);
          case Backend.Gpu gpu -> new DeviceTraining(entries, config, gpu).train(arena, watch);
        };
    watch.checkAll(trained.report().losses());
    return trained;
  }

  private static Trained onCpu(Entries entries, GloVeConfig config, Arena arena, Progress progress)
      throws InterruptedException {
    int vocabulary = entries.vocabulary().size();
    long seed = config.execution().seed();
    try (Arena working = Arena.ofShared()) {
      Parameters parameters = Parameters.allocate(working, vocabulary, config.dimensions(), seed);
      List<EntrySlice> slices = entries.tiles().slices();
      EntryStep step =
          new EntryStep(
              slices,
              new EpochOrder(slices.size(), seed),
              parameters,
              new WeightedLeastSquares(parameters.words(), config.gradientClip()));
      TrainingReport report =
          new TrainingLoop(config.schedule(), config.execution(), slices.size())
              .run(() -> step, entries.size(), progress);
      return new Trained(
          new WordVectors(entries.vocabulary().words(), parameters.output(config.output(), arena)),
          report);
    }
  }
}
