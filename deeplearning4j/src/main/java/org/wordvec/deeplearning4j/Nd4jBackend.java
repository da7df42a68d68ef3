package org.wordvec.deeplearning4j;

import java.util.List;
import org.nd4j.common.config.ND4JClassLoading;
import org.wordvec.compute.UnavailableException;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;
import org.wordvec.compute.cuda.CudaException;

/** Checks the library that ND4J computes with: the CPU's unless the bridge was built for a GPU. */
final class Nd4jBackend {
  private static final String CUDA = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  private Nd4jBackend() {}

  /**
   * Prepares ND4J to load its backend.
   *
   * @throws UnavailableException if that is the one for GPUs and no GPU here is supported
   */
  static void check() {
    // By default ND4J uses the context class loader, which does not know the backend.
    ND4JClassLoading.setNd4jClassloaderFromClass(Nd4jBackend.class);
    if (isCuda()) {
      checkGpus();
    }
  }

  static boolean isCuda() {
    return Nd4jBackend.class.getClassLoader().getResource(CUDA) != null;
  }

  private static void checkGpus() {
    List<CudaDevice> devices;
    try {
      devices = CudaDriver.open().devices();
    } catch (CudaException e) {
      throw new UnavailableException(
          "this bridge was built for ND4J's CUDA backend, and there is " + e.getMessage(), e);
    }
    for (CudaDevice device : devices) {
      device
          .nd4jObstacle()
          .ifPresent(
              reason -> {
                throw new UnavailableException(reason);
              });
    }
  }
}
