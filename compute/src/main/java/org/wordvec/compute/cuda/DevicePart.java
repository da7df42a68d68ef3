package org.wordvec.compute.cuda;

import java.util.List;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingLoop;

/**
 * The part of a training on one GPU: its share of the text and a copy of the model. Belongs to one
 * thread at a time, which it binds to the GPU when it trains.
 */
public interface DevicePart extends TrainingLoop.Step {
  /** Returns the context of the GPU. */
  CudaContext context();

  /** Returns the matrices of this copy of the model. */
  List<DeviceMatrix> matrices();

  /** Returns the monitor of its launches, which also counts copies of the model. */
  LaunchMonitor monitor();

  /** Returns what it trains at once. */
  DeviceTimes.InFlight inFlight();

  /** Returns the seconds in copies of the text. */
  double textSeconds();
}
