package org.wordvec.cli.query;

import java.util.Locale;
import org.wordvec.vectors.ZeroVectorException;

/** A vector that a user wrote down, named by the word before the numbers or else by its place. */
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

  /** Its numbers, not copied. */
  float[] values() {
    return values;
  }

  /**
   * Reads numbers separated by white space, perhaps with a word before them.
   *
   * @throws IllegalArgumentException if they are not as many as there are dimensions, or no numbers
   */
  static GivenVector parse(Query question, int dimensions) {
    String[] tokens = question.text().strip().split("\\s+", -1);
    int words = tokens.length - dimensions;
    if (words != 0 && words != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "expected %d numbers, perhaps after a word, found %d fields",
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
   * Returns the same vector, if it has a direction.
   *
   * @throws ZeroVectorException if it is all zeros
   */
  GivenVector directed() {
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
      // Said below as for a number that is too large.
    }
    throw new IllegalArgumentException("\"" + token + "\" is no finite number");
  }
}
