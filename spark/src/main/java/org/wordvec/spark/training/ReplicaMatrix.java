package org.wordvec.spark.training;

import java.lang.foreign.Arena;
import java.util.BitSet;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.MomentumRows;

/**
 * Holds a matrix of the replica with its momentum and applies the row deltas of each round. Not
 * safe for use by several threads.
 */
public final class ReplicaMatrix {
  private final MomentumRows rows;
  private final MomentumRows.Mover mover;

  /**
   * Creates it with momentum zero.
   *
   * @param rows the matrix, which is changed in place
   * @param arena owns the memory of the momentum
   */
  ReplicaMatrix(Matrix rows, Momentum momentum, Arena arena) {
    this.rows = new MomentumRows(rows, momentum, arena);
    this.mover = this.rows.mover();
  }

  Matrix rows() {
    return rows.rows();
  }

  /** Returns the last step of each row; call {@link #resume} after writing to it. */
  Matrix steps() {
    return rows.steps();
  }

  /** Finds the rows whose last step is not zero. */
  void resume() {
    rows.resume();
  }

  /**
   * Applies a round.
   *
   * @param deltas of this matrix, which have no row in common
   * @return the rows that changed
   */
  BitSet advance(List<RowDelta> deltas) {
    BitSet moved = new BitSet(rows().rows());
    for (RowDelta delta : deltas) {
      for (int i = 0; i < delta.rows().length; i++) {
        mover.advance(delta.rows()[i], delta.deltas(), i * delta.columns());
        moved.set(delta.rows()[i]);
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
