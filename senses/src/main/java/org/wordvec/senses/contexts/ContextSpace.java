package org.wordvec.senses.contexts;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.RowSums;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.Geometry;
import org.wordvec.word2vec.Subsampling;

/**
 * Describes an occurrence of a word by the words around it, as a vector of {@link #features}.
 *
 * <p>The vector has three parts of {@code dimensions} each, all from the vectors of words after
 * {@link Whitening}. The first is the sum over the {@value #WINDOW} words on either side, each
 * weighted by the probability with which subsampling would keep it; it tells the topic. The others
 * are the vectors of the nearest word on the left and on the right, which tell the construction:
 * "bank of" and "a bank". The sum is scaled to length {@code sqrt(0.7)}, both neighbours together
 * to {@code sqrt(0.3)}, so that an occurrence with words on both sides has length 1. Immutable and
 * safe for use by several threads.
 *
 * @see <a href="https://arxiv.org/abs/1504.06654">Neelakantan et al. 2014</a>, whose contexts are
 *     the means of unwhitened vectors, without neighbours
 */
public final class ContextSpace {
  /** Words on either side that belong to a context. */
  public static final int WINDOW = 10;

  private static final double SAMPLE = 1e-4;
  private static final float TOPIC = (float) Math.sqrt(0.7);
  private static final float NEIGHBORS = (float) Math.sqrt(0.3);

  /** Words whose vectors decide the whitening: those behind weigh next to nothing. */
  private static final int WHITENED = 20_000;

  private static final int TASK = 1_000;

  private final Matrix vectors;
  private final float[] weights;

  /**
   * Creates a space from what another one holds.
   *
   * @param vectors whitened vectors of words
   * @param weights of the same words in a sum
   */
  public ContextSpace(Matrix vectors, float[] weights) {
    this.vectors = vectors;
    this.weights = weights.clone();
  }

  /**
   * Creates a space from trained vectors.
   *
   * @param inputs vectors of the words of the vocabulary
   * @param arena owns the whitened vectors
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static ContextSpace of(Matrix inputs, Vocabulary vocabulary, int threads, Arena arena)
      throws InterruptedException {
    float[] weights = weights(vocabulary);
    double[] mass = new double[Math.min(weights.length, WHITENED)];
    Arrays.setAll(mass, word -> weights[word] * (double) vocabulary.count(word));
    Whitening whitening = Whitening.of(inputs, mass);
    Matrix vectors = Matrix.allocate(arena, weights.length, inputs.dimensions());
    new Workers(threads)
        .shareInterruptibly(
            (weights.length + TASK - 1) / TASK,
            () -> vectors,
            (target, task) -> {
              int end = Math.min(weights.length, (task + 1) * TASK);
              for (int word = task * TASK; word < end; word++) {
                target.setRow(word, whitening.apply(inputs.row(word)));
              }
            });
    return new ContextSpace(vectors, weights);
  }

  /** Returns the weights of words in a sum: the probability with which subsampling keeps them. */
  public static float[] weights(Vocabulary vocabulary) {
    float[] weights = new float[vocabulary.size()];
    double total = vocabulary.totalCount();
    for (int word = 0; word < weights.length; word++) {
      long count = Math.max(1, vocabulary.count(word));
      weights[word] = (float) Subsampling.probability(count, total, SAMPLE);
    }
    return weights;
  }

  /** Returns the length of a description. */
  public int features() {
    return 3 * vectors.dimensions();
  }

  /** Returns the whitened vectors. */
  public Matrix vectors() {
    return vectors;
  }

  /** Returns the weights of words in a sum. */
  public float[] weights() {
    return weights.clone();
  }

  /**
   * Describes the occurrence of a word in a sentence. Other occurrences of the same word tell
   * nothing and are left out.
   *
   * @param words ids; negative ones are unknown words, which are left out
   * @param length how many of them there are
   * @param place index of the occurrence
   * @param target receives {@link #features} values; zeros if there is no word around
   */
  public void describe(int[] words, int length, int place, float[] target) {
    int word = words[place];
    int dimensions = vectors.dimensions();
    Arrays.fill(target, 0, 3 * dimensions, 0);
    int end = Math.min(length, place + WINDOW + 1);
    for (int at = Math.max(0, place - WINDOW); at < end; at++) {
      int other = words[at];
      if (other >= 0 && other != word) {
        RowSums.add(vectors, other, weights[other], target, 0);
      }
    }
    neighbor(words, length, place - 1, word, target, dimensions);
    neighbor(words, length, place + 1, word, target, 2 * dimensions);
    scale(target, 0, dimensions, TOPIC);
    scale(target, dimensions, 2 * dimensions, NEIGHBORS);
  }

  private void neighbor(int[] words, int length, int at, int word, float[] target, int from) {
    if (at >= 0 && at < length && words[at] >= 0 && words[at] != word) {
      RowSums.add(vectors, words[at], 1, target, from);
    }
  }

  private static void scale(float[] values, int from, int count, float norm) {
    double squares = 0;
    for (int i = from; i < from + count; i++) {
      squares += (double) values[i] * values[i];
    }
    float factor = squares == 0 ? 0 : (float) (norm / Math.sqrt(squares));
    for (int i = from; i < from + count; i++) {
      values[i] *= factor;
    }
  }

  /**
   * Returns the index of the centre with the greatest product with a context; the first of equals.
   */
  public static int nearest(List<float[]> centres, float[] context) {
    int nearest = 0;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < centres.size(); i++) {
      double product = Geometry.dot(centres.get(i), context);
      if (product > greatest) {
        greatest = product;
        nearest = i;
      }
    }
    return nearest;
  }
}
