package org.wordvec.vectors.repair;

import java.io.IOException;

/** Rows of a file as far as they can be read, good or bad. */
sealed interface TolerantRows permits TolerantText, TolerantBinary, OpenedRows {
  /** Returns the file's format, for people. */
  String format();

  /** Returns the length of a vector. */
  int dimensions();

  /** Reads all rows from the first on; may be called again. What is odd beside them is added. */
  void forEach(Visitor visitor, ProblemCollector problems) throws IOException;

  /** Hears of rows. */
  @FunctionalInterface
  interface Visitor {
    /** A row; the array is used again for the next one, and may hold any values. */
    void visit(byte[] word, float[] values) throws IOException;
  }
}
