package org.wordvec.cli.query;

import java.util.Locale;
import org.wordvec.vectors.ZeroVectorException;

/** A vector in a query, named by the word before its numbers or else by its place in the input. */
final class GivenVector {
  private final String name;
  private final float[] values;

  private GivenVector(String name, float[] values) {
    this.name = name;
    this.values = values;
  }

  String name() {
    return name;
  }

  /** Returns the numbers, not copied. */
  float[] values() {
    return values;
  }

  /**
   * Parses numbers separated by white space, optionally after a word.
   *
   * @throws IllegalArgumentException if their count is not the number of dimensions, or one is not
   *     a finite number
   */
  static GivenVector parse(Query question, int dimensions) {
    String[] tokens = question.text().strip().split("\\s+", -1);
    int words = tokens.length - dimensions;
    if (words != 0 && words != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "expected %d numbers, optionally after a word, found %d fields",
              dimensions,
              tokens.length));
    }
    float[] values = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      values[i] = number(tokens[words + i]);
    }
    return new GivenVector(words == 1 ? tokens[0] : question.place(), values);
  }

  /**
   * Returns this vector, if it is not zero.
   *
   * @throws ZeroVectorException if it is all zeros
   */
  GivenVector requireNonZero() {
    for (float value : values) {
      if (value != 0) {
        return this;
      }
    }
    throw ZeroVectorException.of("the vector");
  }

  private static float number(String token) {
    try {
      float value = Float.parseFloat(token);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number that is too large.
    }
    throw new IllegalArgumentException("\"" + token + "\" is not a finite number");
  }
}
