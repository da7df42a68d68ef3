package org.wordvec.compute.training;

/** Thrown where a training would learn nothing from its corpus; the message says why. */
public final class NothingToTrainException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates an exception with the reason, for the user. */
  public NothingToTrainException(String message) {
    super(message);
  }
}
