package org.wordvec.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingReport;

/** What a report says of the device, {@code cpu} or GPUs with their times, and of checkpoints. */
final class DeviceSummary {
  private DeviceSummary() {}

  static Map<String, Object> of(TrainingReport report) {
    Map<String, Object> document = new LinkedHashMap<>(device(report));
    if (report.pauses().count() > 0) {
      document.put("checkpoints", report.pauses().count());
      document.put("checkpoint_seconds", report.pauses().seconds());
    }
    return document;
  }

  private static Map<String, Object> device(TrainingReport report) {
    return report.device().map(DeviceSummary::gpu).orElse(Map.of("device", "cpu"));
  }

  private static Map<String, Object> gpu(DeviceTimes times) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("device", times.device());
    document.put("device_name", times.name());
    document.put("gpu_concurrency", times.inFlight().count());
    document.put("kernel_seconds", times.kernelSeconds());
    document.put("copy_seconds", times.copySeconds());
    document.put("host_seconds", times.hostSeconds());
    if (times.merging().rounds() > 0) {
      document.put("merged_rounds", times.merging().rounds());
      document.put("merge_seconds", times.merging().seconds());
    }
    return document;
  }
}
