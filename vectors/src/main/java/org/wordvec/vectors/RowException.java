package org.wordvec.vectors;

import java.io.Serial;

/** What is wrong with a line of text; who knows the file and the line number adds them. */
final class RowException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String problem;

  RowException(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
