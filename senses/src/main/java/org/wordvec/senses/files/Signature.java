package org.wordvec.senses.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;

/**
 * Tells vectors from others of the same words: the cosines of some pairs of rows, which every
 * format keeps within {@value #TOLERANCE}.
 *
 * @param dimensions of the vectors
 * @param cosines of pairs of rows, evenly spread
 */
record Signature(int dimensions, List<Double> cosines) {
  private static final int PAIRS = 16;
  private static final double TOLERANCE = 1e-3;

  static Signature of(WordVectors vectors) {
    List<Double> cosines = new ArrayList<>();
    for (int i = 0; i < PAIRS && vectors.size() > 1; i++) {
      int row = (int) ((long) i * (vectors.size() - 1) / PAIRS);
      cosines.add(Geometry.between(vectors.matrix().row(row), vectors.matrix().row(row + 1)));
    }
    return new Signature(vectors.dimensions(), cosines);
  }

  @Override
  public String toString() {
    return dimensions
        + cosines.stream()
            .map(cosine -> String.format(Locale.ROOT, " %.6f", cosine))
            .collect(Collectors.joining());
  }

  /** Returns the signature of a text that {@link #toString} gave. */
  static Signature parse(String text, Path path) throws VectorFormatException {
    try {
      String[] parts = text.split(" ", PAIRS + 2);
      return new Signature(
          Integer.parseInt(parts[0]),
          Arrays.stream(parts).skip(1).map(Double::parseDouble).toList());
    } catch (NumberFormatException e) {
      throw new VectorFormatException(path, "its signature is damaged");
    }
  }

  void requireEqual(Signature other, Path path) throws VectorFormatException {
    if (dimensions != other.dimensions || cosines.size() != other.cosines.size()) {
      throw SenseFile.other(path, "they have " + other.dimensions + " dimensions or other rows");
    }
    for (int i = 0; i < cosines.size(); i++) {
      if (!(Math.abs(cosines.get(i) - other.cosines.get(i)) <= TOLERANCE)) {
        throw SenseFile.other(path, "their values are others");
      }
    }
  }
}
