package org.wordvec.compute;

/**
 * Something that was asked for is missing on this machine or of no use on it; the message names it
 * and what to do instead.
 */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a message of one line. */
  public UnavailableException(String message) {
    super(message);
  }

  /** With a message of one line, and the reason. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
