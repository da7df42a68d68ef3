package org.wordvec.vectors.formats;

import java.util.Locale;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.MappedBytes;

/** Checks the declared shape of an array before anything is read. */
final class ArrayShape {
  private ArrayShape() {}

  static void check(MappedBytes in, long rows, long columns, int valueBytes, long available)
      throws VectorFormatException {
    if (rows < 1 || rows > Integer.MAX_VALUE) {
      throw new VectorFormatException(
          in.path(),
          String.format(Locale.ROOT, "has %d rows; 1 to %d can be read", rows, Integer.MAX_VALUE));
    }
    if (columns < 1 || columns > Header.MOST_DIMENSIONS) {
      throw new VectorFormatException(
          in.path(),
          String.format(
              Locale.ROOT,
              "has vectors of %d values; 1 to %d can be read",
              columns,
              Header.MOST_DIMENSIONS));
    }
    if (rows * columns > available / valueBytes) {
      throw new VectorFormatException(
          in.path(),
          String.format(
              Locale.ROOT,
              "promises %d rows of %d values, but has only %d bytes for them; it is cut off",
              rows,
              columns,
              available));
    }
  }
}
