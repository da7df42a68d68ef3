package org.wordvec.compute.cuda;

import java.util.List;
import java.util.OptionalInt;

/** Names what a model is trained on: the training backend. */
public sealed interface Backend {
  /** Stands for this machine's processor. */
  record Cpu() implements Backend {}

  /**
   * Stands for a GPU, or several of one machine, which train in rounds: each trains a part, and
   * then what they have learnt is merged.
   *
   * @param devices that have no {@link CudaDevice#obstacle}
   * @param concurrency sentences (for GloVe: slices of entries) in flight at once on each. They are
   *     trained as if each were alone, so more are faster and worse; empty to let the size of the
   *     corpus decide
   */
  record Gpu(List<CudaDevice> devices, OptionalInt concurrency) implements Backend {
    /** The limit of the concurrency, which is more than any GPU holds. */
    public static final int MOST = 65_535;

    private static final long TOKENS_PER_SENTENCE_IN_FLIGHT = 17_000;
    private static final int MOST_BY_CHOICE = 2_048;

    /**
     * Checks the number and the GPUs.
     *
     * @throws IllegalArgumentException if it is outside 1..65,535, or there is no GPU or one twice
     */
    public Gpu {
      devices = List.copyOf(devices);
      List<Integer> indexes = devices.stream().map(CudaDevice::index).toList();
      if (indexes.isEmpty() || indexes.stream().distinct().count() < indexes.size()) {
        throw new IllegalArgumentException("GPUs are needed, each once, not " + indexes);
      }
      int chosen = concurrency.orElse(1);
      if (chosen < 1 || chosen > MOST) {
        throw new IllegalArgumentException(
            "the GPU concurrency must be 1 to " + MOST + ", not " + chosen);
      }
    }

    /** Creates a backend of several GPUs with a fixed concurrency. */
    public Gpu(List<CudaDevice> devices, int concurrency) {
      this(devices, OptionalInt.of(concurrency));
    }

    /** Creates a backend of one GPU with a fixed concurrency. */
    public Gpu(CudaDevice device, int concurrency) {
      this(List.of(device), concurrency);
    }

    /** Returns the concurrency chosen, or the one that is thought best for a number of tokens. */
    public int concurrencyFor(long tokens) {
      return concurrency.orElse(
          Math.clamp(tokens / TOKENS_PER_SENTENCE_IN_FLIGHT, 1, MOST_BY_CHOICE));
    }
  }
}
