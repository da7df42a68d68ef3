package org.wordvec.vectors.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.UnknownWordException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.ZeroVectorException;

class AnalogyTest {
  private static final WordVectors VECTORS = Samples.random(1500, 9, 2);
  private static final Neighbors NEIGHBORS = new Neighbors(VECTORS);

  @ParameterizedTest
  @EnumSource
  void agreesWithBruteForce(AnalogyMethod method) {
    Analogy analogy = new Analogy(NEIGHBORS, method);
    for (int question = 0; question < 20; question++) {
      int a = 3 * question;
      Neighbor answer = analogy.solve("w" + a, "w" + (a + 1), "w" + (a + 2), 3).getFirst();
      int best = -1;
      for (int x = 0; x < VECTORS.size(); x++) {
        if (!Set.of(a, a + 1, a + 2).contains(x)
            && (best < 0 || score(method, a, x) > score(method, a, best))) {
          best = x;
        }
      }
      assertThat(answer.id()).isEqualTo(best);
      assertThat(answer.similarity())
          .isCloseTo(score(method, a, best) / scale(method, a), withinPercentage(0.01));
    }
  }

  private static double score(AnalogyMethod method, int a, int x) {
    double toA = cosine(x, a);
    double toB = cosine(x, a + 1);
    double toC = cosine(x, a + 2);
    return switch (method) {
      case COS_ADD -> toB - toA + toC;
      case COS_MUL -> (1 + toB) / 2 * (1 + toC) / 2 / ((1 + toA) / 2 + 0.001);
      case PAIR_DIRECTION -> Samples.cosine(difference(x, a + 2), difference(a + 1, a));
    };
  }

  /** The length of the sum, since the similarity reported by 3CosAdd is a cosine. */
  private static double scale(AnalogyMethod method, int a) {
    return switch (method) {
      case COS_ADD ->
          Math.sqrt(3 - 2 * cosine(a, a + 1) - 2 * cosine(a, a + 2) + 2 * cosine(a + 1, a + 2));
      case COS_MUL, PAIR_DIRECTION -> 1;
    };
  }

  private static float[] difference(int left, int right) {
    float[] minuend = Geometry.unit(VECTORS.matrix().row(left));
    float[] subtrahend = Geometry.unit(VECTORS.matrix().row(right));
    for (int i = 0; i < minuend.length; i++) {
      minuend[i] -= subtrahend[i];
    }
    return minuend;
  }

  private static double cosine(int left, int right) {
    return Samples.cosine(VECTORS.matrix().row(left), VECTORS.matrix().row(right));
  }

  @ParameterizedTest
  @EnumSource
  void questionIsAnExpression(AnalogyMethod method) {
    Analogy analogy = new Analogy(NEIGHBORS, method);
    assertThat(analogy.evaluate(Expression.parse("w2 - w1 + w3"), 7))
        .isEqualTo(analogy.solve("w1", "w2", "w3", 7));
  }

  @ParameterizedTest
  @EnumSource
  void batchExpressionsMatchSingleOnes(AnalogyMethod method) {
    Analogy analogy = new Analogy(NEIGHBORS, method);
    List<Expression> expressions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      expressions.add(Expression.parse("w%d - w%d + w%d".formatted(3 * i, 3 * i + 1, 3 * i + 2)));
    }
    List<List<Neighbor>> found = analogy.evaluate(expressions, 4, 2);
    for (int i = 0; i < 30; i++) {
      assertThat(found.get(i))
          .extracting(Neighbor::id)
          .isEqualTo(analogy.evaluate(expressions.get(i), 4).stream().map(Neighbor::id).toList());
    }
  }

  @Test
  void pairDirectionTakesOnePairAndAWord() {
    Analogy analogy = new Analogy(NEIGHBORS, AnalogyMethod.PAIR_DIRECTION);
    for (String text : List.of("w1 + w2", "w1 - w2", "w1 - 0.5*w2 + w3", "w1 - w2 - w3")) {
      assertThatThrownBy(() -> analogy.evaluate(Expression.parse(text), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("PairDirection takes ");
      assertThatThrownBy(() -> analogy.known(Expression.parse(text)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void weightsCount() {
    WordVectors vectors =
        Samples.of(
            List.of("x", "y", "almost-x", "between"),
            new float[] {2, 0},
            new float[] {0, 5},
            new float[] {1, 0.1f},
            new float[] {1, 1});
    Analogy analogy = new Analogy(new Neighbors(vectors), AnalogyMethod.COS_ADD);
    assertThat(analogy.evaluate(Expression.parse("x + y"), 1).getFirst().word())
        .isEqualTo("between");
    assertThat(analogy.evaluate(Expression.parse("x + 0.1*y"), 1).getFirst())
        .satisfies(found -> assertThat(found.word()).isEqualTo("almost-x"))
        .satisfies(found -> assertThat(found.similarity()).isCloseTo(1, within(1e-6)));
    assertThat(analogy.evaluate(Expression.parse("1e300*x + 1e299*y"), 1).getFirst().word())
        .isEqualTo("almost-x");
    for (String nothing : List.of("x - x", "0.1*x + 0.2*x - 0.3*x", "x + y - y - x")) {
      Expression expression = Expression.parse(nothing);
      assertThatThrownBy(() -> analogy.evaluate(expression, 1))
          .as(nothing)
          .isInstanceOf(ZeroVectorException.class)
          .hasMessage("the sum is zero, so it has no nearest neighbours");
      assertThatThrownBy(() -> analogy.known(expression)).isInstanceOf(ZeroVectorException.class);
    }
    Analogy directed = new Analogy(new Neighbors(vectors), AnalogyMethod.PAIR_DIRECTION);
    assertThatThrownBy(() -> directed.evaluate(Expression.parse("x - x + y"), 1))
        .hasMessage("the difference of the pair is zero, so it has no nearest neighbours");
  }

  @ParameterizedTest
  @EnumSource
  void badQuestionsAreRefused(AnalogyMethod method) {
    Analogy analogy = new Analogy(NEIGHBORS, method);
    assertThatThrownBy(() -> analogy.solve("w1", "w2", "nobody", 1))
        .isInstanceOf(UnknownWordException.class);
    assertThatThrownBy(() -> analogy.solve("w1", "w2", "w3", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
