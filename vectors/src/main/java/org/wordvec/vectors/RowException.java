package org.wordvec.vectors;

import java.io.Serial;

/** What is wrong with a line of text; who knows the file and the line number adds them. */
final class RowException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String problem;
  private final boolean notFinite;

  RowException(String problem) {
    this(problem, false);
  }

  /** Where a value is a number, but not a finite one. */
  RowException(String problem, boolean notFinite) {
    super(problem);
    this.problem = problem;
    this.notFinite = notFinite;
  }

  boolean isNotFinite() {
    return notFinite;
  }

  String problem() {
    return problem;
  }
}
