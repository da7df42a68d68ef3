package org.wordvec.compute.cuda;

import java.util.Locale;
import java.util.Optional;

/**
 * A GPU as its driver describes it.
 *
 * @param driver that drives it
 * @param index its number among the GPUs, from 0
 * @param handle what the driver calls it
 * @param name of the product
 * @param totalBytes of memory
 * @param capability compute capability: 10 × major + minor
 * @param multiprocessors how many it has
 * @param driverVersion newest CUDA that the driver serves: 1000 × major + 10 × minor
 */
public record CudaDevice(
    CudaDriver driver,
    int index,
    int handle,
    String name,
    long totalBytes,
    int capability,
    int multiprocessors,
    int driverVersion) {
  /** The least compute capability of our kernels, Turing's. */
  public static final int LEAST_CAPABILITY = 75;

  private static final int ND4J_LEAST = 37;
  private static final int ND4J_MOST = 89;

  /** Returns the number and the name, for messages. */
  public String title() {
    return "GPU " + index + " (" + name + ")";
  }

  /** Returns the reason why our kernels cannot run here; empty if they can. */
  public Optional<String> obstacle() {
    if (capability < LEAST_CAPABILITY) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s has compute capability %s, and %s or newer is needed",
              title(),
              decimal(capability),
              decimal(LEAST_CAPABILITY)));
    }
    if (driverVersion < CudaDriver.LEAST_VERSION) {
      return Optional.of(
          "the driver is too old: it serves CUDA %s, and %s or newer is needed"
              .formatted(version(driverVersion), version(CudaDriver.LEAST_VERSION)));
    }
    return Optional.empty();
  }

  /**
   * Returns whether ND4J's CUDA 11.6 backend, the last, runs here: it brings machine code for 3.7
   * to 8.6, which 8.9 takes too, and nothing that newer GPUs could compile.
   */
  public boolean servesNd4j() {
    return capability >= ND4J_LEAST && capability <= ND4J_MOST;
  }

  /** Returns the reason why ND4J's CUDA backend cannot run here, and what to do instead. */
  public Optional<String> nd4jObstacle() {
    return servesNd4j()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "ND4J's CUDA 11.6 backend has machine code for compute capability 3.7 to 8.6, and"
                    + " %s has %s: train with our own --device, and build the bridge to"
                    + " Deeplearning4j without -Pnd4j-cuda",
                title(),
                capabilityText()));
  }

  /** Returns the compute capability as NVIDIA writes it, such as 8.6. */
  public String capabilityText() {
    return decimal(capability);
  }

  /** Returns the newest CUDA that the driver supports, such as 12.4. */
  public String driverText() {
    return version(driverVersion);
  }

  /**
   * Makes the GPU ready for work by the calling thread.
   *
   * @throws CudaException if it cannot be used
   */
  public CudaContext open() {
    return CudaContext.of(this);
  }

  /**
   * Bytes of memory that are free, by asking the GPU itself.
   *
   * @throws CudaException if it does not answer
   */
  public long freeBytes() {
    try (CudaContext context = open()) {
      return context.freeBytes();
    }
  }

  private static String decimal(int tenfold) {
    return String.format(Locale.ROOT, "%d.%d", tenfold / 10, tenfold % 10);
  }

  private static String version(int version) {
    return String.format(Locale.ROOT, "%d.%d", version / 1000, version % 1000 / 10);
  }
}
