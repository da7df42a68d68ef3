package org.wordvec.cli.base;

import java.io.PrintWriter;

/**
 * Prints notes on standard error, unless the user wants quiet.
 *
 * @param err standard error
 * @param quiet whether nothing is printed
 */
public record Notes(PrintWriter err, boolean quiet) {
  /** Prints a note as one line. */
  public void print(String line) {
    if (!quiet) {
      err.println("wordvec: " + line);
    }
  }
}
