package org.wordvec.compute.training;

/** Training went to infinity or NaN; the message names what to change. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With advice for the user. */
  public DivergedException(String message) {
    super(message);
  }
}
