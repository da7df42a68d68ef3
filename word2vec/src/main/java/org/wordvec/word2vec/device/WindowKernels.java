package org.wordvec.word2vec.device;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.compute.cuda.Ptx;
import org.wordvec.word2vec.Word2Vec;

/**
 * The kernels of a model family that trains windows of words. Their names are the prefix, {@code
 * skip_gram} or {@code cbow}, {@code negative} or {@code hierarchical}, and the width of a row.
 *
 * @param prefix of the names; may be empty
 * @param ptx the module for rows of some width
 * @param tables that they read besides the matrices, the corpus and those of the objective
 * @param renewedNoise noise words that the pool of negative sampling renews at each position; empty
 *     for kernels that have a new pool for each slice
 */
public record WindowKernels(
    String prefix, IntFunction<Ptx> ptx, Tables tables, OptionalInt renewedNoise) {
  /** Arguments of the kernels between those of the corpus and those of the objective. */
  public interface Tables {
    /** No tables. */
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

    /** Returns the bytes that they take. */
    long bytes();

    /** Copies them to the GPU, in the order in which the kernels take them. */
    List<DeviceBuffer> upload(CudaContext context, CudaStream stream);
  }

  /** Returns the kernels of Word2Vec. */
  static WindowKernels word2vec() {
    return new WindowKernels(
        "",
        width -> Ptx.read(Word2Vec.class.getResourceAsStream("word2vec-" + width + ".ptx")),
        Tables.NONE,
        OptionalInt.empty());
  }
}
