package org.wordvec.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How devices are spelt. */
final class DeviceChoices extends Choices<Device> {
  DeviceChoices() {
    super(values());
  }

  private static Map<String, Device> values() {
    Map<String, Device> values = new LinkedHashMap<>();
    values.put("auto", Device.AUTO);
    values.put("cpu", Device.CPU);
    values.put("cuda", Device.CUDA);
    return values;
  }
}
