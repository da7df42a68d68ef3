package org.wordvec.compute.training;

/** Thrown where training has reached infinity or NaN; the message says what to change. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates an exception with advice for the user. */
  public DivergedException(String message) {
    super(message);
  }
}
