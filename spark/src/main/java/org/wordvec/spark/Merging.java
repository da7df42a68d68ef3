package org.wordvec.spark;

import java.io.Serializable;

/**
 * How the changes that several parts made to a row become one change.
 *
 * <p>Each part starts a round from the same row and moves it by {@code d[i]}. Had the parts worked
 * one after the other, a row that is used little would have moved by the sum of all; one that is
 * used much comes to rest, and all together would have moved it no further than one did. Where a
 * use takes a row the part {@code a} of its way to where its neighbours want it, k uses leave
 * {@code exp(-a k)} of the way, and n parts one after the other {@code exp(-n a k)}. So the change
 * is
 *
 * <pre>
 *   s * sum of d[i],  s = (1 - exp(-n a k)) / (n (1 - exp(-a k)))
 * </pre>
 *
 * which is the sum for small {@code a k} and the mean for large; k is the mean of the parts' uses.
 * A row that one part alone has changed keeps all of its change.
 *
 * @param pull the part a, for a learning rate of 1
 * @param summed columns from here on are sums, of squared gradients, that are added up as they are
 */
record Merging(double pull, int summed) implements Serializable {
  /** No column is a sum. */
  static final int NONE_SUMMED = Integer.MAX_VALUE;

  /** The factor s. */
  double scale(int parts, double meanUses, double rate) {
    if (parts <= 1) {
      return 1;
    }
    double way = pull * rate * meanUses;
    return way < 1e-6 ? 1 : Math.expm1(-parts * way) / (parts * Math.expm1(-way));
  }
}
