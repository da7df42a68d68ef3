package org.wordvec.glove;

import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.glove.entries.Weighting;

/**
 * All that decides how GloVe trains on co-occurrence counts.
 *
 * @param dimensions length of a vector
 * @param weighting of the entries
 * @param gradientClip greatest gradient of a single parameter; larger ones are cut to it
 * @param output the vectors that training returns
 * @param schedule epochs and learning rate
 * @param execution threads and seed
 */
public record GloVeConfig(
    int dimensions,
    Weighting weighting,
    double gradientClip,
    OutputVectors output,
    Schedule schedule,
    Execution execution) {
  /** As for the other models; GloVe's {@code -vector-size} is 50. */
  public static final int DEFAULT_DIMENSIONS = 100;

  /** GloVe's {@code -iter}. */
  public static final int DEFAULT_EPOCHS = 25;

  /** GloVe's {@code -eta}. */
  public static final double DEFAULT_LEARNING_RATE = 0.05;

  /** GloVe's {@code -grad-clip}. */
  public static final double DEFAULT_GRADIENT_CLIP = 100;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the first that is out of range
   */
  public GloVeConfig {
    if (dimensions < 1 || dimensions > 65_536) {
      throw new IllegalArgumentException("dimensions must be 1 to 65536, not " + dimensions);
    }
    if (!(gradientClip > 0)) {
      throw new IllegalArgumentException("the gradient clip must be above 0, not " + gradientClip);
    }
  }

  /** Returns AdaGrad's schedule: a constant rate. */
  public static Schedule schedule(int epochs, double learningRate) {
    return new Schedule(epochs, learningRate, Schedule.Decay.CONSTANT);
  }
}
