package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.emulation.EmulatedGpu;

/** Rounds of parts that do hardly anything. */
class MergedDevicesTest {
  private static final int ROWS = 5;
  private static final int WIDTH = 64;
  private static final TrainingLoop.Slice ROUND = new TrainingLoop.Slice(0, 1, 0.5f);

  @AutoClose private final EmulatedGpu gpu = EmulatedGpu.plug("EMULATED_DEVICES=2");
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final DeviceContexts contexts = DeviceContexts.open(gpu.devices());
  private final List<FillingPart> parts =
      contexts.each((context, share) -> new FillingPart(context, share.number()));
  private final Matrix learnt = Matrix.allocate(arena, ROWS, 4);

  @AutoClose
  private final DeviceModel model =
      DeviceModel.of(
          parts, List.of(new TrainingState.Part("rows", learnt)), Momentum.NONE_SUMMED, arena);

  /** The first GPU sets column 0 to 1, the second column 1 to 2, and each says what it lost. */
  private static final class FillingPart implements DevicePart {
    final CudaContext context;
    final int number;
    final DeviceMatrix matrix;
    final LaunchMonitor monitor;

    FillingPart(CudaContext context, int number) {
      this.context = context;
      this.number = number;
      CudaStream stream = context.newStream();
      this.matrix =
          new DeviceMatrix(new Staging(context, stream), new MatrixKernels(context), ROWS, WIDTH);
      this.monitor = new LaunchMonitor(context, stream);
    }

    @Override
    public CudaContext context() {
      return context;
    }

    @Override
    public List<DeviceMatrix> matrices() {
      return List.of(matrix);
    }

    @Override
    public LaunchMonitor monitor() {
      return monitor;
    }

    @Override
    public DeviceTimes.InFlight inFlight() {
      return new DeviceTimes.InFlight(3, 4);
    }

    @Override
    public double textSeconds() {
      return 10 + number;
    }

    @Override
    public void train(TrainingLoop.Slice slice, LossMeter loss) {
      context.bind();
      monitor.begin();
      matrix.fill(number, 1, number + 1);
      monitor.end(4, matrix);
      monitor.await(slice.epoch(), loss);
      loss.add(100 + number, 10);
    }
  }

  @Test
  void aRoundTrainsAllAndMergesThem() {
    LossMeter loss = new LossMeter();
    model.step().train(ROUND, loss);
    assertThat(loss.sum()).isEqualTo(201);
    assertThat(loss.predictions()).isEqualTo(20);
    float share = Momentum.of(2, Momentum.NONE_SUMMED).share();
    for (int row = 0; row < ROWS; row++) {
      assertThat(learnt.row(row)).containsExactly(share, 2 * share, 0, 0);
    }
    DeviceTimes times = model.times();
    assertThat(times.device()).isEqualTo("cuda:0,1");
    assertThat(times.name()).isEqualTo("Emulated GPU 0, Emulated GPU 1");
    assertThat(times.inFlight()).isEqualTo(new DeviceTimes.InFlight(3, 4));
    assertThat(times.copySeconds()).isEqualTo(11);
    assertThat(times.merging().rounds()).isOne();
    assertThat(times.merging().seconds()).isPositive();
  }

  /**
   * A checkpoint holds the model and the steps of its rows, from which other copies resume alike.
   */
  @Test
  void aCheckpointHasAllThatTheNextRoundNeeds() {
    model.step().train(ROUND, new LossMeter());
    model.collect();
    assertThat(model.parts())
        .extracting(TrainingState.Part::name)
        .containsExactly("rows", "rows-steps");
    Matrix rows = Matrix.allocate(arena, ROWS, 4);
    try (DeviceModel later =
        DeviceModel.of(
            contexts.each((context, share) -> new FillingPart(context, share.number())),
            List.of(new TrainingState.Part("rows", rows)),
            Momentum.NONE_SUMMED,
            arena)) {
      for (int part = 0; part < 2; part++) {
        later
            .parts()
            .get(part)
            .matrix()
            .segment()
            .copyFrom(model.parts().get(part).matrix().segment());
      }
      later.distribute();
      later.step().train(ROUND, new LossMeter());
      model.step().train(ROUND, new LossMeter());
      assertThat(rows.segment().mismatch(learnt.segment())).isEqualTo(-1);
      assertThat(rows.get(0, 0)).isNotEqualTo(Momentum.of(2, Momentum.NONE_SUMMED).share());
    }
  }

  @Test
  void aGpuThatFailsIsNamedAndTheOtherEndsItsShare() {
    EmulatedGpu.set("EMULATED_FAILURE", "cuStreamSynchronize@1:700");
    assertThatThrownBy(() -> model.step().train(ROUND, new LossMeter()))
        .isInstanceOf(CudaException.class)
        .hasMessage(
            "GPU 1 (Emulated GPU 1) failed: cuStreamSynchronize answered"
                + " CUDA_ERROR_ILLEGAL_ADDRESS");
    EmulatedGpu.set("EMULATED_FAILURE", "");
    Matrix first = Matrix.allocate(arena, ROWS, 4);
    parts.getFirst().context.bind();
    parts.getFirst().matrix.download(first);
    assertThat(first.get(0, 0)).isOne();
    assertThat(IntStream.range(0, ROWS).mapToObj(learnt::row))
        .allSatisfy(row -> assertThat(row).containsOnly(0));
  }

  @Test
  void anInterruptionLetsARoundEnd() {
    Thread.currentThread().interrupt();
    model.step().train(ROUND, new LossMeter());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(learnt.get(0, 0)).isPositive();
  }
}
