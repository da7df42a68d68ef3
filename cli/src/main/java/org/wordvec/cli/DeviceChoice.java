package org.wordvec.cli;

import java.util.Iterator;
import java.util.List;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the user wants to train on: the values of {@code --device}. */
sealed interface DeviceChoice {
  /** The first GPU that can be used, else the CPU. */
  record Auto() implements DeviceChoice {}

  /** The CPU. */
  record Cpu() implements DeviceChoice {}

  /** A GPU by its number, from 0, and nothing else. */
  record Cuda(int index) implements DeviceChoice {}

  /**
   * The GPU of some number.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if there is no such GPU, or it cannot be used
   */
  static CudaDevice gpu(int index) {
    List<CudaDevice> devices = CudaDriver.open().devices();
    if (index >= devices.size()) {
      throw new FailedException(
          "no GPU of number " + index + ": this machine has " + devices.size() + ", from number 0");
    }
    return usable(devices.get(index));
  }

  /**
   * The first GPU that can be used.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if no GPU can be used
   */
  static CudaDevice firstUsableGpu() {
    return CudaDriver.open().devices().stream()
        .filter(device -> device.obstacle().isEmpty())
        .findFirst()
        .orElseGet(() -> gpu(0));
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

  /** How they are spelt. */
  final class Converter implements ITypeConverter<DeviceChoice>, Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("auto", "cpu", "cuda").iterator();
    }

    @Override
    public DeviceChoice convert(String text) {
      return switch (text) {
        case "auto" -> new Auto();
        case "cpu" -> new Cpu();
        case "cuda" -> new Cuda(0);
        default -> new Cuda(number(text));
      };
    }

    private static int number(String text) {
      if (!text.matches("cuda:\\d{1,4}")) {
        throw new TypeConversionException("'" + text + "' is none of auto, cpu, cuda, cuda:N");
      }
      return Integer.parseInt(text.substring("cuda:".length()));
    }
  }
}
