package org.wordvec.compute.training;

import java.util.List;
import org.wordvec.compute.Matrix;

/**
 * All numbers that a run has learnt so far, by name. What is not among them must follow from the
 * configuration, the corpus and the number of the slice: random draws do, since they have no state.
 */
@FunctionalInterface
public interface TrainingState {
  /** Nothing that is known of. */
  TrainingState NONE = List::of;

  /** The matrices, always the same. */
  List<Part> parts();

  /** Brings into the matrices what is elsewhere, such as on a GPU. No slice is being trained. */
  default void collect() {}

  /** Takes what the matrices hold to where training needs it. No slice has been trained. */
  default void distribute() {}

  /**
   * A matrix.
   *
   * @param name unlike that of the others
   * @param matrix all of it is kept
   * @param learnt how many of the first columns hold what must stay finite and small: not the sums
   *     of squares behind them
   */
  record Part(String name, Matrix matrix, int learnt) {
    /** With all columns learnt. */
    public Part(String name, Matrix matrix) {
      this(name, matrix, matrix.dimensions());
    }
  }

  /** Of matrices that training changes where they are. */
  static TrainingState of(Part... parts) {
    List<Part> all = List.of(parts);
    return () -> all;
  }
}
