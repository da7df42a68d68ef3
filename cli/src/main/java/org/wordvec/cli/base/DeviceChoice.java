package org.wordvec.cli.base;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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
   * The GPUs of some numbers.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if there is no such GPU, or it cannot be used
   */
  static List<CudaDevice> gpus(List<Integer> indexes) {
    List<CudaDevice> devices = CudaDriver.open().devices();
    return indexes.stream().map(index -> usable(device(devices, index))).toList();
  }

  /**
   * All GPUs that can be used.
   *
   * @param notes are told which are left out
   * @throws org.wordvec.compute.cuda.CudaException if there is no driver
   * @throws FailedException if no GPU can be used
   */
  static List<CudaDevice> allUsableGpus(Notes notes) {
    List<CudaDevice> devices = CudaDriver.open().devices();
    List<CudaDevice> usable =
        devices.stream().filter(device -> device.obstacle().isEmpty()).toList();
    if (usable.isEmpty()) {
      return List.of(usable(device(devices, 0)));
    }
    devices.stream()
        .flatMap(device -> device.obstacle().stream())
        .forEach(obstacle -> notes.say("left out: " + obstacle));
    return usable;
  }

  /**
   * The first GPU that can be used.
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
        case "cuda" -> new Cuda(List.of(0));
        case "cuda:all" -> new AllCuda();
        default -> new Cuda(numbers(text));
      };
    }

    private static List<Integer> numbers(String text) {
      if (!text.matches("cuda:\\d{1,4}(,\\d{1,4})*")) {
        throw new TypeConversionException(
            "'" + text + "' is none of auto, cpu, cuda, cuda:N, cuda:N,M and cuda:all");
      }
      List<Integer> numbers = new ArrayList<>();
      for (String digits : text.substring("cuda:".length()).split(",", -1)) {
        int number = Integer.parseInt(digits);
        if (numbers.contains(number)) {
          throw new TypeConversionException("'" + text + "' names GPU " + number + " twice");
        }
        numbers.add(number);
      }
      return numbers;
    }
  }
}
