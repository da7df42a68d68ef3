package org.wordvec.vectors.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.wordvec.vectors.WordVectors;

/** Rows of a file that could be opened; mapped rows may contain invalid values. */
record OpenedRows(String format, WordVectors vectors) implements TolerantRows {
  @Override
  public int dimensions() {
    return vectors.dimensions();
  }

  @Override
  public void forEach(Visitor visitor, ProblemCollector problems) throws IOException {
    float[] values = new float[dimensions()];
    for (int row = 0; row < vectors.size(); row++) {
      try {
        vectors.matrix().copyRow(row, values, 0);
      } catch (UncheckedIOException badNorm) {
        Arrays.fill(values, Float.NaN);
      }
      visitor.visit(vectors.words().utf8(row), values);
    }
  }
}
