package org.wordvec.library.training;

import java.util.List;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;
import org.wordvec.library.FailedException;

/** Devices to train on: the values of {@code --device}. */
public sealed interface DeviceChoice {
  /** The first usable GPU, or else the CPU. */
  record Auto() implements DeviceChoice {}

  /** The CPU. */
  record Cpu() implements DeviceChoice {}

  /** GPUs by number, from 0, without repetition; fails if one cannot be used. */
  record Cuda(List<Integer> indexes) implements DeviceChoice {
    public Cuda {
      indexes = List.copyOf(indexes);
    }
  }

  /** All usable GPUs; fails if there are none. */
  record AllCuda() implements DeviceChoice {}

  /**
   * Returns the GPUs with these numbers.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if a GPU does not exist or cannot be used
   */
  static List<CudaDevice> gpus(List<Integer> indexes) {
    List<CudaDevice> devices = CudaDriver.open().devices();
    return indexes.stream().map(index -> usable(device(devices, index))).toList();
  }

  /**
   * Returns all usable GPUs.
   *
   * @param listener receives notes about GPUs that cannot be used
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if no GPU can be used
   */
  static List<CudaDevice> allUsableGpus(TrainingListener listener) {
    List<CudaDevice> devices = CudaDriver.open().devices();
    List<CudaDevice> usable =
        devices.stream().filter(device -> device.obstacle().isEmpty()).toList();
    if (usable.isEmpty()) {
      return List.of(usable(device(devices, 0)));
    }
    devices.stream()
        .flatMap(device -> device.obstacle().stream())
        .forEach(obstacle -> listener.note("skipped: " + obstacle));
    return usable;
  }

  /**
   * Returns the first usable GPU.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if no GPU can be used
   */
  static CudaDevice firstUsableGpu() {
    List<CudaDevice> devices = CudaDriver.open().devices();
    return devices.stream()
        .filter(device -> device.obstacle().isEmpty())
        .findFirst()
        .orElseGet(() -> usable(device(devices, 0)));
  }

  private static CudaDevice device(List<CudaDevice> devices, int index) {
    if (index >= devices.size()) {
      throw new FailedException(
          "no GPU with number "
              + index
              + ": this machine has "
              + devices.size()
              + ", from number 0");
    }
    return devices.get(index);
  }

  private static CudaDevice usable(CudaDevice device) {
    device
        .obstacle()
        .ifPresent(
            reason -> {
              throw new FailedException(reason);
            });
    return device;
  }
}
