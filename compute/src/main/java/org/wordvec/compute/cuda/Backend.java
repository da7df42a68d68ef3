package org.wordvec.compute.cuda;

import java.util.List;

/** What a model is trained on. */
public sealed interface Backend {
  /** This machine's processor. */
  record Cpu() implements Backend {}

  /**
   * A GPU, or several of one machine, which train in rounds: each a part, and then what they have
   * learnt is merged.
   *
   * @param devices that have no {@link CudaDevice#obstacle}
   * @param concurrency sentences (for GloVe: slices of entries) in flight at once on each. They are
   *     trained as if each were alone, so more are faster and worse; 0 chooses by the size of the
   *     corpus
   */
  record Gpu(List<CudaDevice> devices, int concurrency) implements Backend {
    /** More than any GPU holds. */
    public static final int MOST = 65_535;

    private static final long TOKENS_PER_SENTENCE_IN_FLIGHT = 17_000;
    private static final int MOST_BY_CHOICE = 2_048;

    /**
     * Checks the number and the GPUs.
     *
     * @throws IllegalArgumentException if it is outside 0..65,535, or there is no GPU or one twice
     */
    public Gpu {
      devices = List.copyOf(devices);
      List<Integer> indexes = devices.stream().map(CudaDevice::index).toList();
      if (indexes.isEmpty() || indexes.stream().distinct().count() < indexes.size()) {
        throw new IllegalArgumentException("GPUs are needed, each once, not " + indexes);
      }
      if (concurrency < 0 || concurrency > MOST) {
        throw new IllegalArgumentException(
            "the GPU concurrency must be 1 to " + MOST + ", not " + concurrency);
      }
    }

    /** One GPU. */
    public Gpu(CudaDevice device, int concurrency) {
      this(List.of(device), concurrency);
    }

    /** The number chosen, or for a corpus of so many tokens the one that is thought best. */
    public int concurrencyFor(long tokens) {
      return concurrency != 0
          ? concurrency
          : Math.clamp(tokens / TOKENS_PER_SENTENCE_IN_FLIGHT, 1, MOST_BY_CHOICE);
    }
  }
}
