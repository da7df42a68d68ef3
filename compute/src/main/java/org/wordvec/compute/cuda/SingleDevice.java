package org.wordvec.compute.cuda;

import java.util.List;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingLoop;

/**
 * Trains a model on one GPU, which checks for broken values itself after each launch.
 *
 * @param parts the matrices of this process that checkpoints save and resume from
 */
record SingleDevice(DevicePart device, List<Part> parts) implements DeviceModel {
  SingleDevice {
    parts = List.copyOf(parts);
  }

  @Override
  public TrainingLoop.Step step() {
    return device;
  }

  @Override
  public void collect() {
    device.context().bind();
    for (int i = 0; i < parts.size(); i++) {
      device.monitor().copied(device.matrices().get(i).download(parts.get(i).matrix()));
    }
  }

  @Override
  public void distribute() {
    device.context().bind();
    for (int i = 0; i < parts.size(); i++) {
      device.monitor().copied(device.matrices().get(i).upload(parts.get(i).matrix()));
    }
  }

  @Override
  public DeviceTimes times() {
    return device.monitor().times(device.inFlight(), device.textSeconds());
  }

  @Override
  public void close() {}
}
