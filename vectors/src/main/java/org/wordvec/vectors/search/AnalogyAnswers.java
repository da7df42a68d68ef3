package org.wordvec.vectors.search;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.vectors.Geometry;

/**
 * Finds the best answer to each of many analogy questions.
 *
 * <p>A score depends only on the cosines with a, b and c, and many questions share few words. The
 * cosines of the distinct words are computed once, for one panel of candidates at a time, and the
 * score of a question combines three rows of the panel.
 */
public final class AnalogyAnswers {
  private static final int PANEL = 512;
  private static final int NARROWEST_PANEL = 32;
  private static final int CACHED_COSINES = 1 << 20;

  private final FloatRows matrix;
  private final int words;
  private final AnalogyMethod method;
  private final int threads;
  private final SearchEngine engine;

  /** Creates a solver whose candidates are the first {@code words} rows. */
  public AnalogyAnswers(
      FloatRows matrix, int words, AnalogyMethod method, int threads, SearchEngine engine) {
    this.matrix = matrix;
    this.words = words;
    this.method = method;
    this.threads = threads;
    this.engine = engine;
  }

  /**
   * Returns for each question the row of its answer, or −1 if there is no candidate.
   *
   * @param ids rows of a, b and c of each question: {@code [questions, 3]} in row-major order
   */
  public int[] of(int[] ids) {
    int[] distinct = Arrays.stream(ids).distinct().sorted().toArray();
    int[] questions = Arrays.stream(ids).map(id -> Arrays.binarySearch(distinct, id)).toArray();
    if (distinct.length == 0) {
      return new int[0];
    }
    Cosines cosines = new Cosines(matrix, words, engine);
    // A panel's cosines should fit in a cache, which few threads share.
    int width = Math.clamp(CACHED_COSINES / distinct.length, NARROWEST_PANEL, PANEL);
    try (Arena arena = Arena.ofShared()) {
      Matrix queries = Matrix.allocate(arena, distinct.length, matrix.dimensions());
      for (int i = 0; i < distinct.length; i++) {
        queries.setRow(i, cosines.unitRow(distinct[i]));
      }
      float[] offsets = offsets(queries, questions);
      Cosines.PreparedQueries prepared = cosines.prepare(queries);
      List<Scan> scans =
          new Workers(threads)
              .share(
                  Math.ceilDiv(words, width),
                  () -> new Scan(cosines, prepared, distinct, questions, offsets, width),
                  Scan::panel);
      return best(scans, questions.length / 3);
    }
  }

  /** Returns c · (b − a) of each question, for PairDirection. */
  private float[] offsets(Matrix units, int[] questions) {
    float[] offsets = new float[questions.length / 3];
    if (method == AnalogyMethod.PAIR_DIRECTION) {
      for (int i = 0; i < offsets.length; i++) {
        float[] c = units.row(questions[3 * i + 2]);
        offsets[i] =
            (float)
                (Geometry.dot(c, units.row(questions[3 * i + 1]))
                    - Geometry.dot(c, units.row(questions[3 * i])));
      }
    }
    return offsets;
  }

  private static int[] best(List<Scan> scans, int questions) {
    int[] answers = new int[questions];
    for (int question = 0; question < questions; question++) {
      Scan best = scans.getFirst();
      for (Scan other : scans) {
        if (other.scores[question] > best.scores[question]
            || (other.scores[question] == best.scores[question]
                && other.answers[question] < best.answers[question])) {
          best = other;
        }
      }
      answers[question] = best.answers[question];
    }
    return answers;
  }

  /** The best answers in the panels of one thread. */
  private final class Scan {
    final float[] scores;
    final int[] answers;
    private final Cosines cosines;
    private final Cosines.PreparedQueries prepared;
    private final int[] distinct;
    private final int[] questions;
    private final float[] offsets;
    private final int width;
    private final float[] panel;

    Scan(
        Cosines cosines,
        Cosines.PreparedQueries prepared,
        int[] distinct,
        int[] questions,
        float[] offsets,
        int width) {
      this.cosines = cosines;
      this.prepared = prepared;
      this.distinct = distinct;
      this.questions = questions;
      this.offsets = offsets;
      this.width = width;
      this.panel = new float[Math.multiplyExact(distinct.length, width)];
      this.scores = new float[questions.length / 3];
      this.answers = new int[questions.length / 3];
      Arrays.fill(scores, Float.NEGATIVE_INFINITY);
      Arrays.fill(answers, -1);
    }

    void panel(int number) {
      int first = number * width;
      int count = Math.min(width, words - first);
      prepared.compute(first, count, panel);
      for (int question = 0; question < answers.length; question++) {
        int a = questions[3 * question] * count;
        int b = questions[3 * question + 1] * count;
        int c = questions[3 * question + 2] * count;
        float largest =
            switch (method) {
              case COS_ADD -> Scores.largestCosAdd(panel, a, b, c, count);
              case COS_MUL -> Scores.largestCosMul(panel, a, b, c, count);
              case PAIR_DIRECTION ->
                  Scores.largestPairDirection(panel, a, b, c, offsets[question], count);
            };
        // Few panels exceed the best score so far; only in these the row is searched.
        if (largest > scores[question]) {
          improve(question, first, count);
        }
      }
    }

    private void improve(int question, int first, int count) {
      int a = questions[3 * question];
      int b = questions[3 * question + 1];
      int c = questions[3 * question + 2];
      for (int i = 0; i < count; i++) {
        float toA = panel[a * count + i];
        float toB = panel[b * count + i];
        float toC = panel[c * count + i];
        float score =
            switch (method) {
              case COS_ADD -> Scores.cosAdd(toA, toB, toC);
              case COS_MUL -> Scores.cosMul(toA, toB, toC);
              case PAIR_DIRECTION -> Scores.pairDirection(toA, toB, toC, offsets[question]);
            };
        int row = first + i;
        if (score > scores[question]
            && cosines.hasDirection(row)
            && row != distinct[a]
            && row != distinct[b]
            && row != distinct[c]) {
          scores[question] = score;
          answers[question] = row;
        }
      }
    }
  }
}
