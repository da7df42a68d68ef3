package org.wordvec.library;

/** Shortens numbers for output files. */
public final class Figures {
  private Figures() {}

  /**
   * Returns the value as float32 if that is exact, as for results of a search, since it prints with
   * fewer digits.
   */
  public static Number shortest(double value) {
    float single = (float) value;
    return single == value ? (Number) single : (Number) value;
  }
}
