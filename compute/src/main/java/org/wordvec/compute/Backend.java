package org.wordvec.compute;

import org.wordvec.compute.cuda.CudaDevice;

/** What a model is trained on. */
public sealed interface Backend {
  /** This machine's processor. */
  record Cpu() implements Backend {}

  /**
   * A GPU.
   *
   * @param device that has no {@link CudaDevice#obstacle}
   * @param concurrency sentences (for GloVe: slices of entries) in flight at once. Each is trained
   *     as if it were alone, so more are faster and worse; 0 chooses by the size of the corpus
   */
  record Gpu(CudaDevice device, int concurrency) implements Backend {
    /** More than any GPU holds. */
    public static final int MOST = 65_535;

    private static final long TOKENS_PER_SENTENCE_IN_FLIGHT = 17_000;
    private static final int MOST_BY_CHOICE = 2_048;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is outside 0..65,535
     */
    public Gpu {
      if (concurrency < 0 || concurrency > MOST) {
        throw new IllegalArgumentException(
            "the GPU concurrency must be 1 to " + MOST + ", not " + concurrency);
      }
    }

    /** The number chosen, or for a corpus of so many tokens the one that is thought best. */
    public int concurrencyFor(long tokens) {
      return concurrency != 0
          ? concurrency
          : Math.clamp(tokens / TOKENS_PER_SENTENCE_IN_FLIGHT, 1, MOST_BY_CHOICE);
    }
  }
}
