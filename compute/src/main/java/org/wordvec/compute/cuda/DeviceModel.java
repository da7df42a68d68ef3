package org.wordvec.compute.cuda;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingState;

/**
 * A model that is trained on one GPU or on several, as a {@link TrainingLoop} sees it. It is in
 * this process once {@link #collect} has been called.
 */
public sealed interface DeviceModel extends TrainingState, AutoCloseable
    permits SingleDevice, MergedDevices {
  /**
   * Creates a model of parts that all begin with the model of this process; a single part need not.
   *
   * @param parts one for each GPU
   * @param model where the model is in this process, a part of it for each matrix of a GPU
   * @param summed the first column that is a sum of squared gradients, if any is
   * @param arena owns what mergers need, as much memory as the model
   */
  static DeviceModel of(
      List<? extends DevicePart> parts, List<Part> model, int summed, Arena arena) {
    return parts.size() == 1
        ? new SingleDevice(parts.getFirst(), model)
        : new MergedDevices(parts, model, summed, arena);
  }

  /** Returns the step that trains a slice of the loop. */
  TrainingLoop.Step step();

  /** Returns the times so far. */
  DeviceTimes times();

  @Override
  void close();
}
