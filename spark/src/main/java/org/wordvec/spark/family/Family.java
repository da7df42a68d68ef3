package org.wordvec.spark.family;

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

/**
 * Describes a model family and its configuration to training in rounds. Implementations are sent to
 * executors.
 */
public interface Family extends Serializable {
  /** Returns the number of epochs and the learning rates. */
  Schedule schedule();

  /** Returns the seed; the number of threads is that of a task's cores instead. */
  Execution execution();

  /** Returns the matrices before the first round; the same ones in every executor. */
  List<Matrix> start(Vocabulary vocabulary, Arena arena);

  /**
   * Reads a part of the work into this process.
   *
   * @throws org.wordvec.corpora.text.EmptyCorpusException if it has no word of the vocabulary
   */
  Part open(PartSource source, Vocabulary vocabulary, Arena arena)
      throws IOException, InterruptedException;

  /** A part of the work in memory, valid as long as its arena. */
  interface Part extends AutoCloseable {
    /** Returns the number of words or entries, with those that training leaves out. */
    long size();

    /** Returns a checksum of the contents and their order, to recognize the part. */
    String fingerprint();

    /**
     * Returns steps that change these matrices.
     *
     * @param execution threads and the part's own seed
     */
    ShardSteps steps(List<Matrix> matrices, Execution execution, Arena arena);

    /** Returns a mean loss that only a training which has diverged exceeds. */
    default double mostLoss() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    void close() throws IOException;
  }

  /** Returns the first column that is a sum, as of squared gradients, if there is one. */
  default int summed() {
    return Momentum.NONE_SUMMED;
  }
}
