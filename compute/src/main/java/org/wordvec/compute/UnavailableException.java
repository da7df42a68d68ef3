package org.wordvec.compute;

/**
 * Thrown where something requested is missing on this machine or cannot be used; the message names
 * it and what to do instead.
 */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates an exception with a message of one line. */
  public UnavailableException(String message) {
    super(message);
  }

  /** Creates an exception with a message of one line, and the cause. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
