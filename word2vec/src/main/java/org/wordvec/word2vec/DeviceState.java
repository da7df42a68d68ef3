package org.wordvec.word2vec;

import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.TrainingState;

/**
 * What a GPU has learnt: its matrices, and those of this process that they come from and go to. The
 * GPU looks for broken values itself after each launch.
 */
record DeviceState(DeviceStep.Device device, Matrix inputs, Matrix outputs)
    implements TrainingState {
  @Override
  public List<Part> parts() {
    return List.of(new Part("inputs", inputs), new Part("outputs", outputs));
  }

  @Override
  public void collect() {
    device.context().bind();
    device.monitor().copied(device.inputs().download(inputs));
    device.monitor().copied(device.outputs().download(outputs));
  }

  @Override
  public void distribute() {
    device.context().bind();
    device.monitor().copied(device.inputs().upload(inputs));
    device.monitor().copied(device.outputs().upload(outputs));
  }
}
