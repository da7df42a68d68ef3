package org.wordvec.vectors.reading;

import java.io.Serial;

/** Thrown if a line of text is malformed. The caller adds the file and the line number. */
public final class RowException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String problem;
  private final boolean notFinite;
  private final boolean wordless;

  /** Creates an exception with a description of the problem. */
  public RowException(String problem) {
    this(problem, false, false);
  }

  /**
   * Creates an exception.
   *
   * @param notFinite whether a value is a number, but not finite
   */
  public RowException(String problem, boolean notFinite) {
    this(problem, notFinite, false);
  }

  private RowException(String problem, boolean notFinite, boolean wordless) {
    super(problem);
    this.problem = problem;
    this.notFinite = notFinite;
    this.wordless = wordless;
  }

  /** Creates an exception about a line with all values, but no word. */
  static RowException withoutWord() {
    return new RowException("has no word before its values", false, true);
  }

  /** Returns whether the line has all values, but no word. */
  public boolean isWordless() {
    return wordless;
  }

  /** Returns whether a value is a number, but not finite. */
  public boolean isNotFinite() {
    return notFinite;
  }

  /** Returns the description of the problem. */
  public String problem() {
    return problem;
  }
}
