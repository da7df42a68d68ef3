package org.wordvec.library.training;

import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.AdaGradRows;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Bytes that a model takes, as far as they are known before it is trained.
 *
 * @param memory outside the heap, for the matrices
 * @param checkpoint of one state on disk
 * @param numbers that the output holds
 * @param steps how rows move where changes are merged, in memory and in each state
 */
public record ModelNeeds(long memory, long checkpoint, long numbers, long steps) {
  static ModelNeeds of(Word2VecConfig config, int vocabulary) {
    long matrices = 2 * Matrix.bytes(vocabulary, config.dimensions());
    return new ModelNeeds(matrices, matrices, (long) vocabulary * config.dimensions(), matrices);
  }

  /** With fastText's own output, which keeps all rows. */
  static ModelNeeds of(FastTextConfig config, int vocabulary, boolean allRows) {
    int dimensions = config.prediction().dimensions();
    long inputs = (long) vocabulary + config.subwords().buckets();
    long matrices = Matrix.bytes(inputs + vocabulary, dimensions);
    long vectors = allRows ? 0 : Matrix.bytes(vocabulary, dimensions);
    long rows = allRows ? inputs + vocabulary : vocabulary;
    return new ModelNeeds(matrices + vectors, matrices, rows * dimensions, matrices);
  }

  static ModelNeeds of(GloVeConfig config, int vocabulary) {
    int length = (config.output() == OutputVectors.BOTH ? 2 : 1) * config.dimensions();
    long parameters = 2 * AdaGradRows.bytes(vocabulary, config.dimensions() + 2);
    return new ModelNeeds(
        parameters + Matrix.bytes(vocabulary, length),
        parameters,
        (long) vocabulary * length,
        parameters / 2);
  }

  /** Returns the same where several devices train it, and what they change is merged. */
  ModelNeeds merged() {
    return new ModelNeeds(memory + steps, checkpoint + steps, numbers, steps);
  }
}
