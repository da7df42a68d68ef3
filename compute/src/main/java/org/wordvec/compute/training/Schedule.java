package org.wordvec.compute.training;

/**
 * Tells how long and how fast to learn.
 *
 * @param epochs passes over the corpus
 * @param learningRate rate of the first step
 * @param decay how the rate changes
 */
public record Schedule(int epochs, double learningRate, Decay decay) {
  /** The default number of passes over the corpus. */
  public static final int DEFAULT_EPOCHS = 5;

  /** The part of its start that a falling rate never falls below. */
  public static final double FINAL_FRACTION = 1e-4;

  /** Tells how the learning rate changes over all epochs. */
  public enum Decay {
    /** Falls linearly to {@value Schedule#FINAL_FRACTION} of its start, as in word2vec.c. */
    LINEAR {
      @Override
      double factor(double fraction) {
        return Math.max(FINAL_FRACTION, 1 - fraction);
      }
    },
    /** Stays, as AdaGrad wants it, which slows every parameter down by itself. */
    CONSTANT {
      @Override
      double factor(double fraction) {
        return 1;
      }
    };

    abstract double factor(double fraction);
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if epochs is outside 1..100,000 or the rate outside ]0, 10]
   */
  public Schedule {
    if (epochs < 1 || epochs > 100_000) {
      throw new IllegalArgumentException("epochs must be 1 to 100000, not " + epochs);
    }
    if (!(learningRate > 0 && learningRate <= 10)) {
      throw new IllegalArgumentException(
          "the learning rate must be above 0 and at most 10, not " + learningRate);
    }
  }

  /** Creates a schedule with a rate that falls linearly. */
  public Schedule(int epochs, double learningRate) {
    this(epochs, learningRate, Decay.LINEAR);
  }

  /** Returns the rate after a fraction (0 to 1) of all the work. */
  public float rateAt(double fraction) {
    return (float) (learningRate * decay.factor(fraction));
  }
}
