package org.wordvec.compute.training;

/**
 * How the changes that several parts of a training made to the model become its next step: with the
 * sum of the parts' changes as {@code d(t)},
 *
 * <pre>
 *   v(t) = kept * v(t - 1) + share * d(t)
 *   x(t) = x(t - 1) + v(t)
 * </pre>
 *
 * After Chen and Huo 2016, "Scalable Training of Deep Learning Machines by Incremental Block
 * Training with Intra-block Parallel Optimization and Blockwise Model-Update Filtering".
 *
 * <p>What every part has learnt counts in full, as if the parts had worked one after the other,
 * since {@code share / (1 - kept)} is 1; but not at once. Adding up the changes of n parts to a row
 * that each has trained to convergence would move it n times too far. Where each round alone would
 * make a row converge, the recurrence is stable as long as {@code n * share < 2 (1 + kept)}; we
 * stay at {@value #OF_STABLE} of that, which gives {@code kept = (n - 2c) / (n + 2c)} with that
 * part as c. (The paper keeps {@code 1 - 1/n}, with which fewer analogies were right here.) What is
 * still to come after the last round is left out: learning rates have fallen by then, but a text of
 * few rounds learns less.
 *
 * @param kept part of a step that the next one keeps
 * @param share part of the changes that a step takes at once
 * @param summed columns from here on are sums, of squared gradients, that are added up as they are
 */
public record Momentum(float kept, float share, int summed) {
  /** Stands for no sums among the columns. */
  public static final int NONE_SUMMED = Integer.MAX_VALUE;

  private static final double OF_STABLE = 0.75;

  /** Returns the momentum for a number of parts. */
  public static Momentum of(int parts, int summed) {
    double kept = Math.max(0, (parts - 2 * OF_STABLE) / (parts + 2 * OF_STABLE));
    return new Momentum((float) kept, (float) (1 - kept), summed);
  }
}
