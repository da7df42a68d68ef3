package org.wordvec.spark;

import java.io.IOException;
import java.io.Serializable;
import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.words.Vocabulary;

/** What rounds need to know of a model family. */
interface Family extends Serializable {
  Schedule schedule();

  Execution execution();

  /** The matrices before the first round; every executor makes the same. */
  List<Matrix> start(Vocabulary vocabulary, Arena arena);

  /** Brings a part of the work here. */
  Part open(ShardSource source, Vocabulary vocabulary, Arena arena)
      throws IOException, InterruptedException;

  /** A part of the work, ready to be trained on. Lives as long as its arena. */
  interface Part extends AutoCloseable {
    /** Words or entries, those that training leaves out too. */
    long size();

    /** A checksum of it and of its order, by which it is known again. */
    String fingerprint();

    /**
     * Steps that change these matrices.
     *
     * @param execution threads, and a seed of the part's own
     */
    ShardSteps steps(List<Matrix> matrices, Execution execution, Arena arena);

    /** A mean loss that only a training which has gone astray exceeds. */
    default double mostLoss() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    void close() throws IOException;
  }

  /** The first column that is a sum, as of squared gradients, if there is one. */
  default int summed() {
    return Momentum.NONE_SUMMED;
  }
}
