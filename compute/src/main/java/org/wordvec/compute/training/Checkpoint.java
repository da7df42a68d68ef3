package org.wordvec.compute.training;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The state of a run between two slices: all slices before {@code next} were trained, and none
 * after. With the {@link TrainingState} of that moment it is all that a run needs to continue.
 *
 * <p>The format of a file, integers and floats little-endian:
 *
 * <pre>
 *   16 bytes  "wordvec ckpt 1\r\n"
 *   int64     bytes of the header
 *   header    a properties file in UTF-8: the components of this record, and for each matrix
 *             part.N = name, rows, bytes of a row
 *   int64     CRC-32C of the header
 *   then for each matrix, N = 0, 1, ...
 *   rows      float32, each row padded with zeros to a multiple of 64 bytes
 *   int64     CRC-32C of the rows
 * </pre>
 *
 * @param next number of the first slice that is not trained, over all epochs
 * @param slicesPerEpoch slices of an epoch
 * @param epochs of the run
 * @param seconds of training so far, without reading, writing and checkpoints
 * @param losses so far, an element an epoch
 * @param settings what must be the same when the run is resumed, by name
 * @param notes what else the caller needs when the run is resumed
 * @param written when
 */
public record Checkpoint(
    long next,
    long slicesPerEpoch,
    int epochs,
    double seconds,
    List<Loss> losses,
    Map<String, String> settings,
    Map<String, String> notes,
    Instant written) {

  /**
   * What an epoch's predictions have cost so far.
   *
   * @param sum of their losses
   * @param predictions how many were measured
   */
  public record Loss(double sum, long predictions) {}

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the numbers contradict each other
   */
  public Checkpoint {
    if (slicesPerEpoch < 1 || epochs < 1 || next < 0 || next / slicesPerEpoch > epochs) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "slice %d of %d in %d epochs", next, slicesPerEpoch, epochs));
    }
    if (losses.size() != epochs || !(seconds >= 0)) {
      throw new IllegalArgumentException("losses or seconds do not fit the epochs");
    }
    losses = List.copyOf(losses);
    settings = Map.copyOf(settings);
    notes = Map.copyOf(notes);
  }

  /** Returns the slices of all epochs. */
  public long slices() {
    return slicesPerEpoch * epochs;
  }

  /** Returns the part of the run that is done, 0 to 1. */
  public double fraction() {
    return (double) next / slices();
  }

  /** Returns the epoch of the next slice, from 1; the last at the end of the run. */
  public int epoch() {
    return (int) Math.min(epochs, next / slicesPerEpoch + 1);
  }

  /** Returns whether every slice was trained, so that only writing the model is left. */
  public boolean isComplete() {
    return next == slices();
  }
}
