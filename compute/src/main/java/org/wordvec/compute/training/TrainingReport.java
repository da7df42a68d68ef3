package org.wordvec.compute.training;

import java.util.List;
import java.util.Optional;

/**
 * What a training run did.
 *
 * @param seconds wall time of training alone, without reading, writing and checkpoints; that of
 *     earlier processes too where the run was resumed
 * @param tokens raw corpus tokens (for GloVe: entries) of one epoch
 * @param losses mean loss per prediction, an element an epoch, as met while training. The model
 *     adapts to the passage at hand, and less so as the rate falls: the last epochs' figure can
 *     rise a little while the vectors still get better. NaN for an epoch too short to measure any
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

  /** Of a run on the CPU. */
  public TrainingReport(double seconds, long tokens, List<Double> losses) {
    this(seconds, tokens, losses, CheckpointPauses.NONE);
  }

  /** Of a run on the CPU with checkpoints. */
  public TrainingReport(double seconds, long tokens, List<Double> losses, CheckpointPauses pauses) {
    this(seconds, tokens, losses, Optional.empty(), pauses);
  }

  /** The same run, on a GPU. */
  public TrainingReport on(DeviceTimes times) {
    return new TrainingReport(seconds, tokens, losses, Optional.of(times), pauses);
  }

  /** Raw corpus tokens × epochs ÷ training seconds. */
  public double tokensPerSecond() {
    return tokens * (double) losses.size() / seconds;
  }
}
