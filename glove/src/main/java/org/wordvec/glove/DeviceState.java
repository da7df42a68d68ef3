package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.TrainingState;

/**
 * What a GPU has learnt, and room in this process for it: values and sums of squares. The GPU looks
 * for broken values itself after each launch.
 */
record DeviceState(DeviceStep step, Matrix words, Matrix contexts) implements TrainingState {
  static DeviceState of(DeviceStep step, int vocabulary, Arena arena) {
    int columns = 2 * step.parameters().width();
    return new DeviceState(
        step,
        Matrix.allocate(arena, vocabulary, columns),
        Matrix.allocate(arena, vocabulary, columns));
  }

  @Override
  public List<Part> parts() {
    int learnt = step.config().dimensions() + 2;
    return List.of(new Part("words", words, learnt), new Part("contexts", contexts, learnt));
  }

  @Override
  public void collect() {
    step.context().bind();
    step.monitor().copied(step.parameters().words().download(words));
    step.monitor().copied(step.parameters().contexts().download(contexts));
  }

  @Override
  public void distribute() {
    step.context().bind();
    step.monitor().copied(step.parameters().words().upload(words));
    step.monitor().copied(step.parameters().contexts().upload(contexts));
  }
}
