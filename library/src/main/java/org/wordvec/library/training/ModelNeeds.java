package org.wordvec.library.training;

import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.AdaGradRows;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Memory and disk space that a model needs, as far as known before training, in bytes.
 *
 * @param memory outside the heap, for the matrices
 * @param checkpoint size of one checkpoint on disk
 * @param numbers count of values in the output
 * @param steps momentum of rows if the changes of several devices are merged, in memory and in each
 *     checkpoint
 */
public record ModelNeeds(long memory, long checkpoint, long numbers, long steps) {
  static ModelNeeds of(Word2VecConfig config, int vocabulary) {
    long matrices = 2 * Matrix.bytes(vocabulary, config.dimensions());
    return new ModelNeeds(matrices, matrices, (long) vocabulary * config.dimensions(), matrices);
  }

  /** Returns the needs of FastText; its own format keeps all rows. */
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

  /** Returns the needs if several devices train the model and their changes are merged. */
  ModelNeeds merged() {
    return new ModelNeeds(memory + steps, checkpoint + steps, numbers, steps);
  }
}
