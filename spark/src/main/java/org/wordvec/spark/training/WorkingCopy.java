package org.wordvec.spark.training;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.spark.family.Family;

/** Holds copies of the matrices for one task at a time, and the steps that change them. */
final class WorkingCopy {
  /** Most rows of a {@link RowDelta}: few enough for many reducers to share the work. */
  static final int RANGE = 1 << 12;

  private final List<Matrix> base;
  private final List<Matrix> matrices = new ArrayList<>();
  private final Map<Integer, Prepared> prepared = new HashMap<>();
  private int round;

  /** Creates copies of the model at the beginning of a round. */
  WorkingCopy(List<Matrix> base, int round) {
    this.base = base;
    this.round = round;
    for (Matrix matrix : base) {
      Matrix copy = Matrix.allocate(Arena.ofAuto(), matrix.rows(), matrix.dimensions());
      MemorySegment.copy(matrix.segment(), 0, copy.segment(), 0, matrix.segment().byteSize());
      matrices.add(copy);
    }
  }

  /** Steps over a part, one for each thread, and the arena of their memory. */
  record Prepared(ShardSteps shard, List<TrainingLoop.Step> steps, Arena memory) {}

  /** Returns this copy, which must equal the model at the beginning of the round. */
  WorkingCopy at(int newRound) {
    round = newRound;
    return this;
  }

  int round() {
    return round;
  }

  List<Matrix> matrices() {
    return matrices;
  }

  /** Returns the steps over a part; created once. */
  Prepared steps(int number, Family.Part part, Replica replica) {
    return prepared.computeIfAbsent(
        number,
        absent -> {
          var execution = replica.execution(number);
          Arena memory = Arena.ofAuto();
          ShardSteps shard = part.steps(matrices, execution, memory);
          List<TrainingLoop.Step> steps = new ArrayList<>();
          for (int thread = 0; thread < execution.threads() && shard.slices() > 0; thread++) {
            steps.add(shard.newStep().get());
          }
          return new Prepared(shard, steps, memory);
        });
  }

  /** Returns what has changed, in runs of {@value #RANGE} rows, and undoes it. */
  List<RowDelta> takeDeltas(int part) {
    List<RowDelta> deltas = new ArrayList<>();
    for (int index = 0; index < matrices.size(); index++) {
      for (int first = 0; first < matrices.get(index).rows(); first += RANGE) {
        int end = Math.min(matrices.get(index).rows(), first + RANGE);
        int[] rows = changed(index, first, end);
        if (rows.length > 0) {
          deltas.add(takeDelta(part, index, rows));
        }
      }
    }
    return deltas;
  }

  private int[] changed(int index, int first, int end) {
    MemorySegment before = base.get(index).segment();
    MemorySegment after = matrices.get(index).segment();
    long rowBytes = base.get(index).rowBytes();
    int[] rows = new int[end - first];
    int count = 0;
    long at = first * rowBytes;
    while (at < end * rowBytes) {
      long same = MemorySegment.mismatch(before, at, end * rowBytes, after, at, end * rowBytes);
      if (same < 0) {
        break;
      }
      int row = (int) ((at + same) / rowBytes);
      rows[count++] = row;
      at = (row + 1L) * rowBytes;
    }
    return Arrays.copyOf(rows, count);
  }

  private RowDelta takeDelta(int part, int index, int[] rows) {
    Matrix before = base.get(index);
    Matrix after = matrices.get(index);
    int columns = before.dimensions();
    float[] deltas = new float[Math.multiplyExact(rows.length, columns)];
    float[] old = new float[columns];
    for (int i = 0; i < rows.length; i++) {
      int place = i * columns;
      after.copyRow(rows[i], deltas, place);
      before.copyRow(rows[i], old, 0);
      for (int column = 0; column < columns; column++) {
        deltas[place + column] -= old[column];
      }
      copyRow(before, after, rows[i]);
    }
    return new RowDelta(part, index, rows, deltas);
  }

  static void copyRow(Matrix from, Matrix to, int row) {
    long at = row * from.rowBytes();
    MemorySegment.copy(from.segment(), at, to.segment(), at, from.rowBytes());
  }
}
