package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.corpora.words.Vocabulary;

/**
 * The two matrices of a model that predicts words, float32 with a row of {@code dimensions} each.
 * Training changes them in place, on all threads at once.
 *
 * @param inputs a row for each word, which becomes its vector; FastText has rows for n-grams behind
 *     them
 * @param outputs a row for each word with negative sampling, for each inner node of the {@link
 *     HuffmanTree} with hierarchical softmax
 */
public record ModelMatrices(Matrix inputs, Matrix outputs) {
  /** Trains matrices in place, on a device of its choice. */
  @FunctionalInterface
  public interface Trainer {
    /**
     * Trains from what the matrices hold to what they hold then.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    TrainingReport train(ModelMatrices matrices) throws InterruptedException;
  }

  /**
   * Creates matrices of zeros.
   *
   * @param inputRows at least the size of the vocabulary
   * @param arena owns both
   */
  public static ModelMatrices allocate(
      int inputRows, Vocabulary vocabulary, Word2VecConfig config, Arena arena) {
    return new ModelMatrices(
        Matrix.allocate(arena, inputRows, config.dimensions()),
        Matrix.allocate(arena, Outputs.rows(config.objective(), vocabulary), config.dimensions()));
  }

  /** Returns the matrices of a list: inputs, then outputs. */
  public static ModelMatrices of(List<Matrix> list) {
    return new ModelMatrices(list.getFirst(), list.getLast());
  }

  /** Returns both: inputs, then outputs. */
  public List<Matrix> list() {
    return List.of(inputs, outputs);
  }

  /** Returns what a checkpoint keeps, and what is watched for divergence. */
  public TrainingState state() {
    return TrainingState.of(
        new TrainingState.Part("inputs", inputs), new TrainingState.Part("outputs", outputs));
  }
}
