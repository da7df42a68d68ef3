package org.wordvec.vectors.repair;

import java.io.IOException;

/** The readable rows of a file, valid or not. */
sealed interface TolerantRows permits TolerantText, TolerantBinary, OpenedRows {
  /** Returns the format of the file, for messages. */
  String format();

  /** Returns the length of a vector. */
  int dimensions();

  /**
   * Visits all rows from the first on; may be called again.
   *
   * @param problems receives problems other than those of rows
   */
  void forEach(Visitor visitor, ProblemCollector problems) throws IOException;

  /** Receives rows. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Receives a row.
     *
     * @param word bytes of the word
     * @param values values of the row, of any kind; the array is reused for the next row
     */
    void visit(byte[] word, float[] values) throws IOException;
  }
}
