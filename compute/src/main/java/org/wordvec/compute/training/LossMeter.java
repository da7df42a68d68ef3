package org.wordvec.compute.training;

/** Adds up the loss of the predictions that are measured. Belongs to one thread at a time. */
public final class LossMeter {
  private double sum;
  private long predictions;

  /** Creates a meter without predictions. */
  public LossMeter() {}

  /** Counts predictions and the sum of their losses. */
  public void add(double loss, long count) {
    sum += loss;
    predictions += count;
  }

  /** Counts what another meter has, and empties it. */
  void drain(LossMeter other) {
    add(other.sum, other.predictions);
    other.sum = 0;
    other.predictions = 0;
  }

  /** Returns the loss per prediction; NaN before the first. */
  public double mean() {
    return sum / predictions;
  }

  /** Returns what was counted so far. */
  Checkpoint.Loss state() {
    return new Checkpoint.Loss(sum, predictions);
  }

  /** Continues from what was counted earlier. */
  void restore(Checkpoint.Loss state) {
    sum = state.sum();
    predictions = state.predictions();
  }

  /** Returns the sum of the losses. */
  public double sum() {
    return sum;
  }

  /** Returns how many predictions were measured. */
  public long predictions() {
    return predictions;
  }

  boolean isEmpty() {
    return predictions == 0;
  }
}
