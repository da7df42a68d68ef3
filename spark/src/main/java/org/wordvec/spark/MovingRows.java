package org.wordvec.spark;

import java.lang.foreign.Arena;
import java.util.BitSet;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.MomentumRows;

/**
 * A matrix of the model, taken on by the changes of a round. Not safe for use by several threads.
 */
final class MovingRows {
  private final MomentumRows rows;
  private final MomentumRows.Mover mover;

  MovingRows(Matrix rows, Momentum momentum, Arena arena) {
    this.rows = new MomentumRows(rows, momentum, arena);
    this.mover = this.rows.mover();
  }

  Matrix rows() {
    return rows.rows();
  }

  /** The last step of each row; whoever writes there calls {@link #resume}. */
  Matrix steps() {
    return rows.steps();
  }

  /** Finds out which rows are moving. */
  void resume() {
    rows.resume();
  }

  /**
   * Goes on by a round.
   *
   * @param changes of this matrix, each of other rows
   * @return the rows that are elsewhere now
   */
  BitSet advance(List<Change> changes) {
    BitSet moved = new BitSet(rows().rows());
    for (Change change : changes) {
      for (int i = 0; i < change.rows().length; i++) {
        mover.advance(change.rows()[i], change.deltas(), i * change.columns());
        moved.set(change.rows()[i]);
      }
    }
    for (int row = 0; row < rows().rows(); row++) {
      if (rows.isMoving(row) && !moved.get(row)) {
        mover.advance(row, null, 0);
        moved.set(row);
      }
    }
    return moved;
  }
}
