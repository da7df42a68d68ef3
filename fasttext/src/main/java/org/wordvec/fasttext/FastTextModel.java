package org.wordvec.fasttext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.OutOfVocabularyVectors;
import org.wordvec.vectors.WordVectors;

/**
 * A FastText model for queries: it makes a vector for any word that has n-grams, in the vocabulary
 * or not. Lives as long as the arena of its matrix; immutable and safe for use by several threads.
 */
public final class FastTextModel implements OutOfVocabularyVectors {
  /** Words that a thread takes at once. */
  private static final int RUN = 256;

  private final WordList words;
  private final Subwords subwords;
  private final InputRows rows;
  private final String origin;

  /**
   * Joins the parts of a model.
   *
   * @param origin what to call it where a row is damaged: its file
   */
  public FastTextModel(WordList words, Subwords subwords, InputRows rows, String origin) {
    this.words = words;
    this.subwords = subwords;
    this.rows = rows;
    this.origin = origin;
  }

  /**
   * A row of those whose mean is the vector of a word.
   *
   * @param text the word, or an n-gram with {@code <} and {@code >} where the word begins and ends
   * @param row of the input matrix
   * @param norm length of the row
   * @param share what it adds to the vector in the vector's own direction, as a part of the
   *     vector's length: {@code row . v / (number of rows * v . v)}; all shares add up to 1
   */
  public record Part(String text, int row, double norm, double share) {}

  /** Returns the words of the vocabulary. */
  public WordList words() {
    return words;
  }

  /** Returns the length of a vector. */
  public int dimensions() {
    return rows.dimensions();
  }

  /** Returns the rows of the input matrix: of words, then of buckets. */
  public InputRows inputs() {
    return rows;
  }

  /** Returns which n-grams the model has. */
  public Subwords subwords() {
    return subwords;
  }

  /**
   * Returns the mean of a word's rows: those of its n-grams, and its own where the vocabulary has
   * it. Empty if there is none.
   *
   * @throws UncheckedIOException if one of the rows holds NaN or an infinite value
   */
  @Override
  public Optional<float[]> vector(String word) {
    int[] own = rowsOf(word.getBytes(UTF_8));
    return own.length == 0 ? Optional.empty() : Optional.of(mean(own));
  }

  /**
   * Computes the vectors of all words of the vocabulary, in parallel.
   *
   * @throws UncheckedIOException as {@link #vector} does
   */
  public WordVectors wordVectors(Arena arena) {
    Matrix matrix = Matrix.allocate(arena, words.size(), dimensions());
    int runs = Math.ceilDiv(words.size(), RUN);
    new Workers(Runtime.getRuntime().availableProcessors())
        .share(runs, () -> matrix, this::compose);
    return new WordVectors(words, matrix);
  }

  private void compose(Matrix matrix, int run) {
    int last = Math.min(words.size(), (run + 1) * RUN);
    for (int word = run * RUN; word < last; word++) {
      matrix.setRow(word, mean(rowsOf(words.utf8(word))));
    }
  }

  /** Returns the parts of a word's vector, in fastText's order; none if it has no vector. */
  public List<Part> parts(String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    List<String> texts = new ArrayList<>();
    if (words.indexOf(word) >= 0) {
      texts.add(word);
    }
    subwords.forEach(
        utf8, (text, from, to, bucket) -> texts.add(new String(text, from, to - from, UTF_8)));
    int[] own = rowsOf(utf8);
    float[] mean = mean(own);
    double square = dot(mean, mean);
    List<Part> parts = new ArrayList<>();
    float[] row = new float[dimensions()];
    for (int i = 0; i < own.length; i++) {
      rows.read(own[i], row);
      double share = square == 0 ? 0 : dot(row, mean) / (own.length * square);
      parts.add(new Part(texts.get(i), own[i], Math.sqrt(dot(row, row)), share));
    }
    return parts;
  }

  private int[] rowsOf(byte[] word) {
    int[] found = new int[1 + subwords.count(word)];
    int[] size = {0};
    int id = words.indexOf(word, 0, word.length);
    if (id >= 0) {
      found[size[0]++] = id;
    }
    subwords.forEach(word, (text, from, to, bucket) -> found[size[0]++] = words.size() + bucket);
    return Arrays.copyOf(found, size[0]);
  }

  private float[] mean(int[] own) {
    float[] sum = new float[dimensions()];
    float[] row = new float[dimensions()];
    for (int number : own) {
      rows.read(number, row);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i];
      }
    }
    float scale = 1f / Math.max(1, own.length);
    boolean finite = true;
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= scale;
      finite &= Float.isFinite(sum[i]);
    }
    if (!finite) {
      throw notFinite(own, row);
    }
    return sum;
  }

  private UncheckedIOException notFinite(int[] own, float[] row) {
    for (int number : own) {
      rows.read(number, row);
      for (float value : row) {
        if (!Float.isFinite(value)) {
          return new UncheckedIOException(
              new IOException(
                  String.format(
                      Locale.ROOT,
                      "%s: row %d of the input matrix holds %s, not a finite number",
                      origin,
                      number + 1,
                      value)));
        }
      }
    }
    return new UncheckedIOException(
        new IOException(
            "%s: the sum of the rows that a word is made of exceeds float32".formatted(origin)));
  }

  private static double dot(float[] left, float[] right) {
    double dot = 0;
    for (int i = 0; i < left.length; i++) {
      dot += (double) left[i] * right[i];
    }
    return dot;
  }
}
