package org.wordvec.word2vec;

import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;

/**
 * All that decides a Word2Vec training run, besides the corpus. Start at {@link #of}, which names
 * no part by its place.
 *
 * @param architecture skip-gram or CBOW
 * @param objective negative sampling or hierarchical softmax
 * @param dimensions length of a vector
 * @param window greatest distance, in words, between the predicted word and its context; each
 *     position draws its own from 1 to this
 * @param sample words more frequent than this fraction are left out at random (arXiv:1310.4546,
 *     section 2.3); 0 keeps all
 * @param schedule epochs and learning rate
 * @param execution threads and seed
 */
public record Word2VecConfig(
    Architecture architecture,
    Objective objective,
    int dimensions,
    int window,
    double sample,
    Schedule schedule,
    Execution execution) {
  /** word2vec.c's {@code -size}. */
  public static final int DEFAULT_DIMENSIONS = 100;

  /** word2vec.c's {@code -window}. */
  public static final int DEFAULT_WINDOW = 5;

  /** Ten times smaller than word2vec.c's 1e-3: better on the larger corpora of today. */
  public static final double DEFAULT_SAMPLE = 1e-4;

  /** Learning rate of skip-gram in word2vec.c. */
  public static final double DEFAULT_SKIP_GRAM_RATE = 0.025;

  /** Learning rate of CBOW in word2vec.c. */
  public static final double DEFAULT_CBOW_RATE = 0.05;

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException naming the first that is out of range
   */
  public Word2VecConfig {
    if (dimensions < 1 || dimensions > 65_536) {
      throw new IllegalArgumentException("dimensions must be 1 to 65536, not " + dimensions);
    }
    if (window < 1 || window > 1_000) {
      throw new IllegalArgumentException("the window must be 1 to 1000, not " + window);
    }
    if (!(sample >= 0 && sample <= 1)) {
      throw new IllegalArgumentException("the sample must be 0 to 1, not " + sample);
    }
  }

  /**
   * Returns the defaults for an architecture: negative sampling, and one thread. Change them by the
   * methods that begin with {@code with}.
   */
  public static Word2VecConfig of(Architecture architecture) {
    return new Word2VecConfig(
        architecture,
        new Objective.NegativeSampling(
            Objective.NegativeSampling.DEFAULT_NEGATIVES,
            Objective.NegativeSampling.DEFAULT_NOISE_EXPONENT),
        DEFAULT_DIMENSIONS,
        DEFAULT_WINDOW,
        DEFAULT_SAMPLE,
        new Schedule(Schedule.DEFAULT_EPOCHS, defaultRate(architecture)),
        new Execution(1, Execution.DEFAULT_SEED));
  }

  /** Returns the same with another {@link #objective}. */
  public Word2VecConfig withObjective(Objective other) {
    return new Word2VecConfig(architecture, other, dimensions, window, sample, schedule, execution);
  }

  /** Returns the same with other {@link #dimensions}. */
  public Word2VecConfig withDimensions(int other) {
    return new Word2VecConfig(architecture, objective, other, window, sample, schedule, execution);
  }

  /** Returns the same with another {@link #window}. */
  public Word2VecConfig withWindow(int other) {
    return new Word2VecConfig(
        architecture, objective, dimensions, other, sample, schedule, execution);
  }

  /** Returns the same with another {@link #sample}. */
  public Word2VecConfig withSample(double other) {
    return new Word2VecConfig(
        architecture, objective, dimensions, window, other, schedule, execution);
  }

  /** Returns the same with another {@link #schedule}. */
  public Word2VecConfig withSchedule(Schedule other) {
    return new Word2VecConfig(
        architecture, objective, dimensions, window, sample, other, execution);
  }

  /** Returns the same with another {@link #execution}. */
  public Word2VecConfig withExecution(Execution other) {
    return new Word2VecConfig(architecture, objective, dimensions, window, sample, schedule, other);
  }

  /** Returns the learning rate that word2vec.c gives an architecture. */
  public static double defaultRate(Architecture architecture) {
    return switch (architecture) {
      case SKIP_GRAM -> DEFAULT_SKIP_GRAM_RATE;
      case CBOW -> DEFAULT_CBOW_RATE;
    };
  }
}
