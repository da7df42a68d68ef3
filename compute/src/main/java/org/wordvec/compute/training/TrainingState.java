package org.wordvec.compute.training;

import java.util.List;
import org.wordvec.compute.Matrix;

/**
 * All numbers that a run has learnt so far, by name. What is not among them must follow from the
 * configuration, the corpus and the number of the slice: random draws do, since they have no state.
 */
@FunctionalInterface
public interface TrainingState {
  /** No matrices. */
  TrainingState NONE = List::of;

  /** Returns the matrices, always the same. */
  List<Part> parts();

  /** Copies into the matrices what is elsewhere, such as on a GPU. No slice is being trained. */
  default void collect() {}

  /** Copies the matrices to where training needs them. No slice has been trained. */
  default void distribute() {}

  /**
   * A matrix under a name.
   *
   * @param name unlike that of the others
   * @param matrix stored as a whole
   * @param learnt how many of the first columns hold what must stay finite and small: not the sums
   *     of squares behind them
   */
  record Part(String name, Matrix matrix, int learnt) {
    /** Creates a part whose columns are all learnt. */
    public Part(String name, Matrix matrix) {
      this(name, matrix, matrix.dimensions());
    }
  }

  /** Returns the state of matrices that training changes in place. */
  static TrainingState of(Part... parts) {
    List<Part> all = List.of(parts);
    return () -> all;
  }
}
