package org.wordvec.library;

/** A command cannot do what it was asked to; the message is for the user. */
public final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public FailedException(String message) {
    super(message);
  }

  public FailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
