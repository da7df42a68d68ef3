package org.wordvec.compute.cuda;

import java.util.List;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingLoop;

/**
 * What a model family has made ready on one GPU: its share of the text and a copy of the model.
 * Belongs to one thread at a time, which it binds to the GPU when it trains.
 */
public interface DevicePart extends TrainingLoop.Step {
  /** The GPU. */
  CudaContext context();

  /** The copy of the model. */
  List<DeviceMatrix> matrices();

  /** Its times so far, which copies of the model are added to. */
  LaunchMonitor monitor();

  /** What it trains at once. */
  DeviceTimes.InFlight inFlight();

  /** Seconds in copies of the text. */
  double textSeconds();
}
