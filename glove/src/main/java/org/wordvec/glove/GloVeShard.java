package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.AdaGradRows;
import org.wordvec.compute.training.ShardSteps;

/** GloVe in parts: what a cluster needs of it. */
public final class GloVeShard {
  private GloVeShard() {}

  /**
   * The matrices that training starts from: words, then contexts. A row holds a vector, a bias, a
   * one, padding, and behind it as many sums of squared gradients.
   */
  public static List<Matrix> start(int vocabulary, GloVeConfig config, Arena arena) {
    Parameters parameters =
        Parameters.allocate(arena, vocabulary, config.dimensions(), config.execution().seed());
    return List.of(parameters.words().matrix(), parameters.contexts().matrix());
  }

  /**
   * Steps over a part of the entries.
   *
   * @param config with a seed of the part's own, for the order of its slices
   * @param matrices as {@link #start} made them
   */
  public static ShardSteps steps(Entries part, GloVeConfig config, List<Matrix> matrices) {
    Parameters parameters = parameters(matrices, config);
    List<EntrySlice> slices = part.tiles().slices();
    EntryStep step = EntryStep.of(slices, parameters, config);
    return new ShardSteps(slices.size(), () -> step);
  }

  /**
   * A mean cost that only a training which has gone astray exceeds, in whatever part of an epoch.
   */
  public static double mostCost(Entries part) {
    return CostWatch.ABOVE_MOST * ZeroCost.of(part.tiles().slices()).most();
  }

  /** The vectors that come out, by rank. */
  public static Matrix output(List<Matrix> matrices, GloVeConfig config, Arena arena) {
    return parameters(matrices, config).output(config.output(), arena);
  }

  private static Parameters parameters(List<Matrix> matrices, GloVeConfig config) {
    int columns = config.dimensions() + 2;
    return new Parameters(
        AdaGradRows.of(matrices.getFirst(), columns),
        AdaGradRows.of(matrices.getLast(), columns),
        config.dimensions());
  }
}
