package org.wordvec.compute.training;

/** A training would learn nothing from its corpus; the message says why. */
public final class NothingToTrainException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the reason, for the user. */
  public NothingToTrainException(String message) {
    super(message);
  }
}
