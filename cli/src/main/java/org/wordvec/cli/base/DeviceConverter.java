package org.wordvec.cli.base;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.wordvec.library.training.DeviceChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses and lists the values of {@code --device}. */
public final class DeviceConverter implements ITypeConverter<DeviceChoice>, Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return List.of("auto", "cpu", "cuda").iterator();
  }

  @Override
  public DeviceChoice convert(String text) {
    return switch (text) {
      case "auto" -> new DeviceChoice.Auto();
      case "cpu" -> new DeviceChoice.Cpu();
      case "cuda" -> new DeviceChoice.Cuda(List.of(0));
      case "cuda:all" -> new DeviceChoice.AllCuda();
      default -> new DeviceChoice.Cuda(numbers(text));
    };
  }

  private static List<Integer> numbers(String text) {
    if (!text.matches("cuda:\\d{1,4}(,\\d{1,4})*")) {
      throw new TypeConversionException(
          "'" + text + "' is not one of auto, cpu, cuda, cuda:N, cuda:N,M and cuda:all");
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
