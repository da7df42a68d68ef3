package org.wordvec.library.training;

import java.util.List;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;
import org.wordvec.library.FailedException;

/** What the user wants to train on: the values of {@code --device}. */
public sealed interface DeviceChoice {
  /** The first GPU that can be used, else the CPU. */
  record Auto() implements DeviceChoice {}

  /** The CPU. */
  record Cpu() implements DeviceChoice {}

  /** GPUs by their numbers, from 0, each named once, and nothing else. */
  record Cuda(List<Integer> indexes) implements DeviceChoice {
    public Cuda {
      indexes = List.copyOf(indexes);
    }
  }

  /** All GPUs that can be used, and nothing else. */
  record AllCuda() implements DeviceChoice {}

  /**
   * Returns the GPUs of some numbers.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if there is no such GPU, or it cannot be used
   */
  static List<CudaDevice> gpus(List<Integer> indexes) {
    List<CudaDevice> devices = CudaDriver.open().devices();
    return indexes.stream().map(index -> usable(device(devices, index))).toList();
  }

  /**
   * Returns all GPUs that can be used.
   *
   * @param listener is told which are left out
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
        .forEach(obstacle -> listener.note("left out: " + obstacle));
    return usable;
  }

  /**
   * Returns the first GPU that can be used.
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
          "no GPU of number " + index + ": this machine has " + devices.size() + ", from number 0");
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
