package org.wordvec.vectors;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;

/**
 * Answers "a is to b as c is to what?" and other signed sums of words.
 *
 * <p>The words of the question are left out of the answers. Safe for use by several threads.
 */
public final class Analogy {
  private static final int PANEL = 1024;

  private final Neighbors neighbors;
  private final AnalogyMethod method;

  /** Answers from the vectors that {@code neighbors} searches. */
  public Analogy(Neighbors neighbors, AnalogyMethod method) {
    this.neighbors = neighbors;
    this.method = method;
  }

  /**
   * The {@code k} best answers to "a is to b as c is to what?": the sum b − a + c.
   *
   * @throws UnknownWordException if one of the words has no vector
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public List<Neighbor> solve(String a, String b, String c, int k) {
    return evaluate(
        new Expression(
            List.of(
                new Expression.Term(b, 1), new Expression.Term(a, -1), new Expression.Term(c, 1))),
        k);
  }

  /**
   * The {@code k} words nearest to a sum of words.
   *
   * <p>3CosAdd: the cosine with Σ weight · v / |v|, as gensim's {@code most_similar} and
   * compute-accuracy of word2vec have it. 3CosMul: Π s^weight over the words added, divided by Π (s
   * + ε)^|weight| over the words subtracted, with s = (1 + cos) / 2; with weights of ±1 that is
   * gensim's {@code most_similar_cosmul}.
   *
   * @throws UnknownWordException if one of the words has no vector
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public List<Neighbor> evaluate(Expression expression, int k) {
    List<Expression.Term> terms = expression.terms();
    List<float[]> units =
        terms.stream().map(term -> Cosines.unit(neighbors.vector(term.word()))).toList();
    int[] ids = neighbors.ids(terms.stream().map(Expression.Term::word).toList());
    return switch (method) {
      case COS_ADD -> neighbors.of(sum(terms, units), k, ids);
      case COS_MUL -> product(terms, units, ids, k);
    };
  }

  private float[] sum(List<Expression.Term> terms, List<float[]> units) {
    double[] sum = new double[neighbors.vectors().dimensions()];
    for (int i = 0; i < terms.size(); i++) {
      float[] unit = units.get(i);
      double weight = terms.get(i).weight();
      for (int column = 0; column < sum.length; column++) {
        sum[column] += weight * unit[column];
      }
    }
    // Only the direction matters, and in this range no weight is too large for a float.
    double largest = 0;
    for (double value : sum) {
      largest = Math.max(largest, Math.abs(value));
    }
    float[] scaled = new float[sum.length];
    for (int column = 0; column < sum.length && largest > 0; column++) {
      scaled[column] = (float) (sum[column] / largest);
    }
    return scaled;
  }

  private List<Neighbor> product(
      List<Expression.Term> terms, List<float[]> units, int[] ids, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be 1 or more, not " + k);
    }
    Cosines cosines = neighbors.cosines();
    TopRows top = new TopRows(k);
    try (Arena arena = Arena.ofConfined()) {
      Matrix queries = Matrix.allocate(arena, units.size(), neighbors.vectors().dimensions());
      for (int i = 0; i < units.size(); i++) {
        queries.setRow(i, units.get(i));
      }
      float[] panel = new float[units.size() * PANEL];
      float[] scores = new float[PANEL];
      for (int first = 0; first < cosines.size(); first += PANEL) {
        int count = Math.min(PANEL, cosines.size() - first);
        cosines.compute(queries, units.size(), first, count, panel);
        for (int i = 0; i < count; i++) {
          scores[i] = (float) product(terms, panel, i, count);
        }
        Scores.exclude(ids, scores, 0, first, count);
        top.offerAll(scores, 0, first, count);
      }
    }
    return neighbors.named(top);
  }

  private static double product(
      List<Expression.Term> terms, float[] cosines, int row, int rowCount) {
    double product = 1;
    for (int i = 0; i < terms.size(); i++) {
      double shifted = (1 + cosines[i * rowCount + row]) / 2.0;
      double weight = terms.get(i).weight();
      product *= Math.pow(weight > 0 ? shifted : shifted + AnalogyMethod.EPSILON, weight);
    }
    return product;
  }
}
