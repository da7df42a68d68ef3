package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.MomentumRows;

/**
 * A matrix of which several GPUs have trained a copy each, and the model in this process, which all
 * copies began with. Belongs to one thread at a time.
 */
final class MergedMatrix {
  private static final int BLOCK = 64;

  private final MomentumRows model;
  private final List<DeviceMatrix> copies;

  MergedMatrix(MomentumRows model, List<DeviceMatrix> copies) {
    this.model = model;
    this.copies = List.copyOf(copies);
  }

  /** Copies the model to all GPUs, after it was read from a checkpoint. */
  void distribute() {
    model.resume();
    for (DeviceMatrix copy : copies) {
      copy.bind();
      copy.upload(model.rows());
    }
  }

  /** Advances the model by what the copies have changed, and copies it to all GPUs again. */
  void merge() {
    int rows = model.rows().rows();
    int atOnce = copies.getFirst().rowsAtOnce();
    for (int from = 0; from < rows; from += Math.min(atOnce, rows - from)) {
      List<MemorySegment> parts = new ArrayList<>();
      for (DeviceMatrix copy : copies) {
        copy.bind();
        parts.add(copy.fetch(from));
      }
      for (DeviceMatrix copy : copies) {
        copy.bind();
        copy.synchronize();
      }
      advance(from, Math.min(rows, from + atOnce), parts);
      for (DeviceMatrix copy : copies) {
        copy.bind();
        copy.put(from);
      }
    }
  }

  /** Advances some rows, on several threads. */
  private void advance(int from, int to, List<MemorySegment> parts) {
    IntStream.range(0, Math.ceilDiv(to - from, BLOCK))
        .parallel()
        .forEach(
            block -> {
              int first = from + block * BLOCK;
              RowMerger merger = new RowMerger(parts);
              for (int row = first; row < Math.min(to, first + BLOCK); row++) {
                merger.merge(row, row - from);
              }
            });
  }

  /** Merges one row after the other. */
  private final class RowMerger {
    private final Matrix rows = model.rows();
    private final MomentumRows.Mover mover = model.mover();
    private final long stride = copies.getFirst().rowBytes();
    private final long bytes = (long) rows.dimensions() * Float.BYTES;
    private final float[] ours = new float[rows.dimensions()];
    private final float[] theirs = new float[rows.dimensions()];
    private final float[] sum = new float[rows.dimensions()];
    private final List<MemorySegment> parts;

    RowMerger(List<MemorySegment> parts) {
      this.parts = parts;
    }

    /** Merges the row at a place of all parts, and writes the result there. */
    void merge(int row, int place) {
      long at = place * stride;
      long ourAt = row * rows.rowBytes();
      boolean changed = false;
      for (MemorySegment part : parts) {
        if (MemorySegment.mismatch(part, at, at + bytes, rows.segment(), ourAt, ourAt + bytes)
            >= 0) {
          if (!changed) {
            Arrays.fill(sum, 0);
            rows.copyRow(row, ours, 0);
            changed = true;
          }
          MemorySegment.copy(part, JAVA_FLOAT, at, theirs, 0, theirs.length);
          for (int column = 0; column < sum.length; column++) {
            sum[column] += theirs[column] - ours[column];
          }
        }
      }
      if (changed || model.isMoving(row)) {
        mover.advance(row, changed ? sum : null, 0);
        for (MemorySegment part : parts) {
          MemorySegment.copy(rows.segment(), ourAt, part, at, bytes);
        }
      }
    }
  }
}
