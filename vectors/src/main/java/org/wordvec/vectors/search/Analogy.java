package org.wordvec.vectors.search;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.Matrix;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.ZeroVectorException;

/**
 * Answers analogies, "a is to b as c is to what?", and other weighted sums of words.
 *
 * <p>The words of the query are not among the answers, even if a file contains one of them twice.
 * Safe for use by several threads.
 */
public final class Analogy {
  private static final int PANEL = 1024;

  /** Maximum norm, relative to the weights, of a sum that counts as zero. */
  private static final double ROUNDING = 1e-12;

  private final Neighbors neighbors;
  private final AnalogyMethod method;

  /** Creates a solver that searches the vectors of {@code neighbors}. */
  public Analogy(Neighbors neighbors, AnalogyMethod method) {
    this.neighbors = neighbors;
    this.method = method;
  }

  /**
   * Returns the {@code k} best answers to "a is to b as c is to what?", those to b − a + c.
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
   * Returns the {@code k} words nearest to a sum of words.
   *
   * <p>3CosAdd: the cosine with Σ weight · v / |v|, as in gensim's {@code most_similar} and
   * word2vec's compute-accuracy. 3CosMul: Π s^weight over the words added, divided by Π (s +
   * ε)^|weight| over the words subtracted, with s = (1 + cos) / 2; with weights of ±1 that is
   * gensim's {@code most_similar_cosmul}. PairDirection requires two added words and one subtracted
   * one, with weights of ±1: the direction leads from the subtracted to the first added word, and
   * starts at the second added word.
   *
   * @throws UnknownWordException if one of the words has no vector
   * @throws IllegalArgumentException if {@code k} is less than 1, or the method does not support
   *     the expression
   */
  public List<Neighbor> evaluate(Expression expression, int k) {
    return switch (method) {
      case COS_ADD -> neighbors.of(sum(expression), k, expression.words().toArray(String[]::new));
      case COS_MUL -> {
        List<Expression.Term> terms = expression.terms();
        Score score = (cosines, row, count) -> product(terms, cosines, row, count);
        yield ranked(units(expression), expression.words(), k, score);
      }
      case PAIR_DIRECTION ->
          ranked(paired(expression.terms(), units(expression)), expression.words(), k);
    };
  }

  /**
   * Returns the answers to many expressions, as {@link #evaluate(Expression, int)} does apart from
   * rounding in the last digit. 3CosAdd searches for all at once, other methods one by one.
   *
   * @throws UnknownWordException if one of the words has no vector
   * @throws IllegalArgumentException as for one expression, or if {@code threads} is less than 1
   */
  public List<List<Neighbor>> evaluate(List<Expression> expressions, int k, int threads) {
    if (method != AnalogyMethod.COS_ADD) {
      return expressions.stream().map(expression -> evaluate(expression, k)).toList();
    }
    List<float[]> sums = new ArrayList<>();
    List<List<String>> excluded = new ArrayList<>();
    for (Expression expression : expressions) {
      sums.add(sum(expression));
      excluded.add(expression.words());
    }
    return neighbors.of(sums, excluded, k, threads);
  }

  /**
   * Returns the given expression if the method supports it.
   *
   * @throws UnknownWordException if one of its words has no vector
   * @throws ZeroVectorException if the vector of one, or their sum, is all zeros
   * @throws IllegalArgumentException if the method does not support the expression
   */
  public Expression known(Expression expression) {
    switch (method) {
      case COS_ADD -> sum(expression);
      case COS_MUL -> expression.words().forEach(neighbors::known);
      case PAIR_DIRECTION -> paired(expression.terms(), units(expression));
    }
    return expression;
  }

  private List<float[]> units(Expression expression) {
    return expression.words().stream().map(word -> Geometry.unit(neighbors.vector(word))).toList();
  }

  private float[] sum(Expression expression) {
    List<Expression.Term> terms = expression.terms();
    List<float[]> units = units(expression);
    double[] sum = new double[neighbors.vectors().dimensions()];
    for (int i = 0; i < terms.size(); i++) {
      float[] unit = units.get(i);
      double weight = terms.get(i).weight();
      for (int column = 0; column < sum.length; column++) {
        sum[column] += weight * unit[column];
      }
    }
    // Only the direction matters, and scaled to this range no weight overflows a float.
    double largest = 0;
    for (double value : sum) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest <= ROUNDING * terms.stream().mapToDouble(term -> Math.abs(term.weight())).sum()) {
      throw ZeroVectorException.of("the sum");
    }
    float[] scaled = new float[sum.length];
    for (int column = 0; column < sum.length; column++) {
      scaled[column] = (float) (sum[column] / largest);
    }
    return scaled;
  }

  /** Returns the unit vectors of a, b and c. */
  private static List<float[]> paired(List<Expression.Term> terms, List<float[]> units) {
    List<float[]> added = new ArrayList<>();
    List<float[]> subtracted = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      if (Math.abs(terms.get(i).weight()) != 1) {
        throw new IllegalArgumentException("PairDirection takes no factors other than 1");
      }
      (terms.get(i).weight() > 0 ? added : subtracted).add(units.get(i));
    }
    if (added.size() != 2 || subtracted.size() != 1) {
      throw new IllegalArgumentException(
          "PairDirection takes two words added and one subtracted, as in b - a + c");
    }
    if (Arrays.equals(subtracted.getFirst(), added.getFirst())) {
      throw ZeroVectorException.of("the difference of the pair");
    }
    return List.of(subtracted.getFirst(), added.getFirst(), added.getLast());
  }

  private List<Neighbor> ranked(List<float[]> paired, List<String> words, int k) {
    float[] a = paired.get(0);
    float[] b = paired.get(1);
    float[] c = paired.get(2);
    float offset = (float) (Geometry.dot(c, b) - Geometry.dot(c, a));
    double length = Math.sqrt(Geometry.dot(a, a) + Geometry.dot(b, b) - 2 * Geometry.dot(a, b));
    double scale = length > 0 ? 1 / length : 0;
    return ranked(
        paired,
        words,
        k,
        (cosines, row, count) ->
            scale
                * Scores.pairDirection(
                    cosines[row], cosines[count + row], cosines[2 * count + row], offset));
  }

  /** Computes the score of one of {@code count} rows from their cosines with all unit vectors. */
  private interface Score {
    double of(float[] cosines, int row, int count);
  }

  private List<Neighbor> ranked(List<float[]> units, List<String> words, int k, Score score) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be 1 or more, not " + k);
    }
    int[] excluded = neighbors.ids(words);
    TopRows top = ranked(units, excluded, k, score);
    int[] repeated = neighbors.repeated(top.rows(), excluded);
    if (repeated.length > 0) {
      int[] more = IntStream.concat(IntStream.of(excluded), IntStream.of(repeated)).toArray();
      top = ranked(units, more, k, score);
    }
    return named(top.sorted(), units, score);
  }

  /** Returns the rows as neighbours, with scores that do not depend on the batch. */
  private List<Neighbor> named(int[] rows, List<float[]> units, Score score) {
    WordVectors vectors = neighbors.vectors();
    List<Neighbor> named = new ArrayList<>(rows.length);
    for (int row : rows) {
      float[] cosines = new float[units.size()];
      for (int i = 0; i < cosines.length; i++) {
        cosines[i] = (float) Geometry.between(units.get(i), vectors.matrix().row(row));
      }
      named.add(new Neighbor(vectors.words().word(row), row, score.of(cosines, 0, 1)));
    }
    named.sort(Neighbors.NEAREST_FIRST);
    return List.copyOf(named);
  }

  private TopRows ranked(List<float[]> units, int[] excluded, int k, Score score) {
    Cosines cosines = neighbors.cosines();
    Candidates candidates = neighbors.candidates();
    TopRows top = new TopRows(k);
    try (Arena arena = Arena.ofConfined()) {
      Matrix queries = Matrix.allocate(arena, units.size(), neighbors.vectors().dimensions());
      for (int i = 0; i < units.size(); i++) {
        queries.setRow(i, units.get(i));
      }
      float[] panel = new float[units.size() * PANEL];
      float[] scores = new float[PANEL];
      for (int first = 0; first < candidates.limit(); first += PANEL) {
        int count = Math.min(PANEL, candidates.limit() - first);
        cosines.compute(queries, units.size(), first, count, panel);
        for (int i = 0; i < count; i++) {
          scores[i] = (float) score.of(panel, i, count);
        }
        top.offerAll(scores, 0, first, count, candidates, excluded);
      }
    }
    return top;
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
