package org.wordvec.vectors;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;

/** Creates vectors for tests. */
public final class Samples {
  private Samples() {}

  /** Vectors given as words and rows. */
  public static WordVectors of(List<String> words, float[]... rows) {
    Matrix matrix = Matrix.allocate(Arena.ofAuto(), rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      matrix.setRow(row, rows[row]);
    }
    return new WordVectors(WordList.of(words), matrix);
  }

  /** Words {@code w0}, {@code w1}, … with normally distributed values. */
  public static WordVectors random(int words, int dimensions, long seed) {
    return random(words, dimensions, seed, 0);
  }

  /** Scales each axis to be a little shorter than the one before. */
  public static WordVectors uneven(int words, int dimensions, long seed) {
    return random(words, dimensions, seed, 8.0 / dimensions);
  }

  private static WordVectors random(int words, int dimensions, long seed, double fall) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    float[][] rows = new float[words][dimensions];
    for (int row = 0; row < words; row++) {
      names.add("w" + row);
      for (int column = 0; column < dimensions; column++) {
        rows[row][column] = (float) (random.nextGaussian() * Math.exp(-fall * column));
      }
    }
    return of(names, rows);
  }

  /** Returns the cosine of two rows by the definition. */
  public static double cosine(float[] left, float[] right) {
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int i = 0; i < left.length; i++) {
      product += (double) left[i] * right[i];
      leftSquares += (double) left[i] * left[i];
      rightSquares += (double) right[i] * right[i];
    }
    return product / Math.sqrt(leftSquares * rightSquares);
  }
}
