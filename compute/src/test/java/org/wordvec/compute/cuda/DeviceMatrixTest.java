package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.kernels.AdaGradRows;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.emulation.EmulatedGpu;

class DeviceMatrixTest {
  private static final int ROWS = 301;
  private static final int STRIDE = 64;

  @AutoClose private final EmulatedGpu gpu = EmulatedGpu.plug();
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final CudaContext context = gpu.device().open();

  private CudaStream stream;
  private Staging staging;
  private DeviceMatrix matrix;

  @BeforeEach
  void allocate() {
    stream = context.newStream();
    staging = new Staging(context, stream);
    matrix = new DeviceMatrix(staging, new MatrixKernels(context), ROWS, STRIDE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 64})
  void randomRowsAreThoseOfTheCpuToTheBit(int columns) {
    Matrix expected = Matrix.allocate(arena, ROWS, columns);
    RandomRows.fill(expected, 7);
    matrix.fillRandom(columns, columns, 7, -1);
    assertThat(down(columns).segment().mismatch(expected.segment())).isEqualTo(-1);
    assertPadding(columns);
  }

  @Test
  void randomRowsOfAdaGradAreThoseOfTheCpuToTheBit() {
    AdaGradRows expected = AdaGradRows.allocate(arena, ROWS, 12);
    expected.fill(5, 1, 10);
    matrix.fillRandom(12, 10, 5, -2);
    Matrix found = down(12);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < 12; column++) {
        assertThat(found.get(row, column)).isEqualTo(expected.value(row, column));
      }
    }
  }

  @Test
  void whatGoesUpComesDownAndThePaddingStaysZero() {
    Matrix source = Matrix.allocate(arena, ROWS, 33);
    RandomRows.fill(source, 3);
    assertThat(matrix.upload(source)).isNotNegative();
    assertThat(down(33).segment().mismatch(source.segment())).isEqualTo(-1);
    assertPadding(33);
  }

  @Test
  void columnsAreFilledInAllRows() {
    matrix.fill(5, 3, 1.5f);
    Matrix found = down(STRIDE);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < STRIDE; column++) {
        assertThat(found.get(row, column)).isEqualTo(column >= 5 && column < 8 ? 1.5f : 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 150, ROWS - 1})
  void theGreatestLengthAndBrokenValuesAreFoundInAnyRow(int row) {
    Matrix source = Matrix.allocate(arena, ROWS, 40);
    RandomRows.fill(source, 3);
    source.set(row, 0, 300);
    source.set(row, 39, 400);
    matrix.upload(source);
    LaunchMonitor monitor = new LaunchMonitor(context, stream);
    LossMeter meter = new LossMeter();
    monitor.begin();
    monitor.end(40, matrix);
    monitor.await(0, meter);
    assertThat(monitor.summary().greatestLength()).isCloseTo(500, within(0.1));
    assertThat(monitor.summary().broken()).isZero();
    assertThat(meter.mean()).isNaN();

    source.set(row, 1, Float.NaN);
    source.set(row, 38, Float.NEGATIVE_INFINITY);
    matrix.upload(source);
    monitor.begin();
    monitor.end(40, matrix);
    assertThatThrownBy(() -> monitor.await(2, meter))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("epoch 3: 2 values are no longer numbers");
  }

  @Test
  void aVectorThatGrewTooLongStopsTheRun() {
    matrix.fill(0, 40, 1e4f);
    LaunchMonitor monitor = new LaunchMonitor(context, stream);
    monitor.begin();
    monitor.end(40, matrix);
    assertThatThrownBy(() -> monitor.await(0, new LossMeter()))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("a vector has grown to a length of 6.32e+04");
  }

  @Test
  void aKernelRefusesArgumentsThatItDoesNotTake() {
    CudaKernel kernel = new MatrixKernels(context).fillColumns;
    CudaKernel.Shape shape = new CudaKernel.Shape(1, 256, 0);
    assertThatThrownBy(() -> stream.launch(kernel, shape, matrix.buffer()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill_columns takes 6 arguments, not 1");
    assertThatThrownBy(() -> stream.launch(kernel, shape, matrix.buffer(), ROWS, 0, 1, 1, 1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("argument 1 of fill_columns has 8 bytes, not 4");
    assertThatThrownBy(() -> stream.launch(kernel, shape, matrix.buffer(), 1L, 0, 1, 1, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("invalid argument of a kernel: x");
  }

  private Matrix down(int columns) {
    Matrix target = Matrix.allocate(arena, ROWS, columns);
    matrix.download(target);
    return target;
  }

  private void assertPadding(int columns) {
    Matrix all = down(STRIDE);
    for (int column = columns; column < STRIDE; column++) {
      assertThat(all.get(ROWS - 1, column)).isZero();
    }
  }
}
