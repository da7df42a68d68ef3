package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.MomentumRows;
import org.wordvec.emulation.EmulatedGpu;

/** Two GPUs' copies of a matrix, changed apart from each other. */
class MergedMatrixTest {
  private static final int STRIDE = 64;
  private static final int COLUMNS = 33;
  private static final Momentum MOMENTUM = new Momentum(0.25f, 0.75f, 30);

  @AutoClose private final EmulatedGpu gpu = EmulatedGpu.plug("EMULATED_DEVICES=2");
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final DeviceContexts contexts = DeviceContexts.open(gpu.devices());

  /** The last is more than travels at once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 63, 301, 140_000})
  void takesTheModelOnByWhatBothHaveChanged(int rows) {
    List<DeviceMatrix> copies = copies(rows);
    MomentumRows model = model(rows, 1);
    MergedMatrix merged = new MergedMatrix(model, copies);
    merged.distribute();
    Matrix start = copyOf(model.rows());
    Matrix one = copyOf(start);
    Matrix other = copyOf(start);
    // Both change the last row, one of them others; the rest of the rows stays.
    one.set(rows - 1, 3, 0.5f);
    other.set(rows - 1, 3, -0.25f);
    other.set(rows - 1, 32, 4);
    other.set(rows / 2, 0, 8);
    upload(copies.getFirst(), one);
    upload(copies.getLast(), other);

    MomentumRows expected = model(rows, 1);
    MomentumRows.Mover mover = expected.mover();
    for (int row = 0; row < rows; row++) {
      float[] sum = new float[COLUMNS];
      for (int column = 0; column < COLUMNS; column++) {
        float before = start.get(row, column);
        sum[column] = (one.get(row, column) - before) + (other.get(row, column) - before);
      }
      mover.advance(row, sum, 0);
    }
    merged.merge();
    assertModel(copies, model, expected);
    assertThat(model.isMoving(rows - 1)).isTrue();

    // Nobody changes anything, and rows go on.
    for (int row = 0; row < rows; row++) {
      mover.advance(row, null, 0);
    }
    merged.merge();
    assertModel(copies, model, expected);
  }

  @Test
  void goesOnFromAModelThatWasRead() {
    List<DeviceMatrix> copies = copies(70);
    MomentumRows model = model(70, 1);
    MergedMatrix merged = new MergedMatrix(model, copies);
    merged.distribute();
    RandomRows.fill(model.rows(), 2);
    model.steps().set(69, 5, 2);
    merged.distribute();
    MomentumRows expected = model(70, 2);
    expected.steps().set(69, 5, 2);
    expected.mover().advance(69, null, 0);
    merged.merge();
    assertModel(copies, model, expected);
  }

  @Test
  void aKernelIsToldOfAnotherGpusMemory() {
    List<DeviceMatrix> copies = copies(70);
    CudaContext first = contexts.each((context, share) -> context).getFirst();
    first.bind();
    CudaStream stream = first.newStream();
    stream.launch(
        new MatrixKernels(first).fillColumns,
        new CudaKernel.Shape(1, 256, 0),
        copies.getLast().buffer(),
        70L,
        0,
        1,
        STRIDE,
        1f);
    assertThatThrownBy(stream::synchronize)
        .isInstanceOf(CudaException.class)
        .hasMessage(
            "GPU 0 (Emulated GPU 0) failed: cuStreamSynchronize answered"
                + " CUDA_ERROR_ILLEGAL_ADDRESS");
  }

  private List<DeviceMatrix> copies(int rows) {
    return contexts.each(
        (context, share) ->
            new DeviceMatrix(
                new Staging(context, context.newStream()),
                new MatrixKernels(context),
                rows,
                STRIDE));
  }

  private MomentumRows model(int rows, long seed) {
    Matrix matrix = Matrix.allocate(arena, rows, COLUMNS);
    RandomRows.fill(matrix, seed);
    return new MomentumRows(matrix, MOMENTUM, arena);
  }

  private Matrix copyOf(Matrix matrix) {
    Matrix copy = Matrix.allocate(arena, matrix.rows(), matrix.dimensions());
    copy.segment().copyFrom(matrix.segment());
    return copy;
  }

  private static void upload(DeviceMatrix copy, Matrix values) {
    copy.bind();
    copy.upload(values);
  }

  /** The model and all copies are as expected to the bit, and behind the columns are zeros. */
  private void assertModel(List<DeviceMatrix> copies, MomentumRows model, MomentumRows expected) {
    assertThat(model.rows().segment().mismatch(expected.rows().segment())).isEqualTo(-1);
    assertThat(model.steps().segment().mismatch(expected.steps().segment())).isEqualTo(-1);
    Matrix wide = Matrix.allocate(arena, model.rows().rows(), STRIDE);
    for (DeviceMatrix copy : copies) {
      copy.bind();
      copy.download(wide);
      for (int row = 0; row < wide.rows(); row++) {
        for (int column = 0; column < STRIDE; column++) {
          float value = column < COLUMNS ? expected.rows().get(row, column) : 0;
          if (wide.get(row, column) != value) {
            assertThat(wide.get(row, column)).as(row + ", " + column).isEqualTo(value);
          }
        }
      }
    }
  }
}
