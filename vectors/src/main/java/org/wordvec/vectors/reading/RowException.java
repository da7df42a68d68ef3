package org.wordvec.vectors.reading;

import java.io.Serial;

/** What is wrong with a line of text; who knows the file and the line number adds them. */
public final class RowException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String problem;
  private final boolean notFinite;
  private final boolean wordless;

  public RowException(String problem) {
    this(problem, false, false);
  }

  /** Where a value is a number, but not a finite one. */
  public RowException(String problem, boolean notFinite) {
    this(problem, notFinite, false);
  }

  private RowException(String problem, boolean notFinite, boolean wordless) {
    super(problem);
    this.problem = problem;
    this.notFinite = notFinite;
    this.wordless = wordless;
  }

  /** Returns where there are all values and nothing before them. */
  static RowException withoutWord() {
    return new RowException("has no word before its values", false, true);
  }

  public boolean isWordless() {
    return wordless;
  }

  public boolean isNotFinite() {
    return notFinite;
  }

  public String problem() {
    return problem;
  }
}
