package org.wordvec.library;

/** Numbers as files carry them. */
public final class Figures {
  private Figures() {}

  /**
   * Returns a value that float32 holds, as search computes them, has no more digits than float32
   * has.
   */
  public static Number shortest(double value) {
    float single = (float) value;
    return single == value ? (Number) single : (Number) value;
  }
}
