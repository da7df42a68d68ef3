package org.wordvec.word2vec;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.compute.cuda.Ptx;

/**
 * The kernels of a model family that trains windows of words. Their names are the prefix, {@code
 * skip_gram} or {@code cbow}, {@code negative} or {@code hierarchical}, and the width of a row.
 *
 * @param prefix of the names; may be empty
 * @param ptx the module for rows of some width
 * @param tables what they read besides the matrices, the corpus and the objective's tables
 * @param renewedNoise noise words that the pool of negative sampling renews at each position; empty
 *     for kernels that have a new pool for each slice
 */
public record WindowKernels(
    String prefix, IntFunction<Ptx> ptx, Tables tables, OptionalInt renewedNoise) {
  /** Arguments of the kernels that stand between the corpus and the objective. */
  public interface Tables {
    /** None. */
    Tables NONE =
        new Tables() {
          @Override
          public long bytes() {
            return 0;
          }

          @Override
          public List<DeviceBuffer> upload(CudaContext context, CudaStream stream) {
            return List.of();
          }
        };

    /** Memory that they take. */
    long bytes();

    /** Copies them to the GPU, in the order in which the kernels take them. */
    List<DeviceBuffer> upload(CudaContext context, CudaStream stream);
  }

  /** Those of Word2Vec. */
  static WindowKernels word2vec() {
    return new WindowKernels(
        "",
        width -> Ptx.read(Word2Vec.class.getResourceAsStream("word2vec-" + width + ".ptx")),
        Tables.NONE,
        OptionalInt.empty());
  }
}
