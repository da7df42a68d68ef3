package org.wordvec.compute.training;

import java.util.List;
import java.util.Optional;

/**
 * The result of a training run, besides the model.
 *
 * @param seconds wall time of training alone, without reading, writing and checkpoints; that of
 *     earlier processes too where the run was resumed
 * @param tokens raw corpus tokens (for GloVe: entries) of one epoch
 * @param losses mean loss per prediction, an element an epoch, as measured while training. The
 *     model adapts to the passage at hand, and less so as the rate falls: the last epochs' figure
 *     can rise a little while the vectors still get better. NaN for an epoch too short to measure
 *     any
 * @param device the GPU and its times; empty for the CPU
 * @param pauses for the checkpoints that this process wrote
 */
public record TrainingReport(
    double seconds,
    long tokens,
    List<Double> losses,
    Optional<DeviceTimes> device,
    CheckpointPauses pauses) {
  /** Copies the losses. */
  public TrainingReport {
    losses = List.copyOf(losses);
  }

  /** Creates the report of a run on the CPU without checkpoints. */
  public TrainingReport(double seconds, long tokens, List<Double> losses) {
    this(seconds, tokens, losses, Optional.empty(), CheckpointPauses.NONE);
  }

  /** Returns the report with the times of a GPU. */
  public TrainingReport on(DeviceTimes times) {
    return new TrainingReport(seconds, tokens, losses, Optional.of(times), pauses);
  }

  /** Returns raw corpus tokens × epochs ÷ training seconds. */
  public double tokensPerSecond() {
    return tokens * (double) losses.size() / seconds;
  }
}
