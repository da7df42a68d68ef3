package org.wordvec.glove.device;

import java.util.List;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.compute.cuda.DeviceMatrix;
import org.wordvec.compute.cuda.DevicePart;
import org.wordvec.compute.cuda.LaunchMonitor;
import org.wordvec.compute.cuda.LaunchSize;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.glove.GloVeConfig;

/**
 * Trains on a GPU: a slice of the loop is a launch, or several where the GPU is slow, which trains
 * many slices of entries and measures the cost of every entry. Belongs to one thread at a time.
 */
record DeviceStep(
    GloVeConfig config,
    EntryLaunches launches,
    CudaContext context,
    Launcher launcher,
    DeviceParameters parameters,
    DeviceEntries entries)
    implements DevicePart {
  /** Slices of the first kernel: some millions of entries, few enough for any GPU. */
  static final int FIRST_SLICES = 1_024;

  /** Slices of a kernel at least, however slow the GPU is. */
  static final int LEAST_SLICES = 128;

  /**
   * The kernel and its launches.
   *
   * @param wanted slices in flight that were asked for, of which the shape holds what fits
   * @param size slices of a kernel
   */
  record Launcher(
      CudaStream stream,
      CudaKernel kernel,
      CudaKernel.Shape shape,
      int wanted,
      LaunchMonitor monitor,
      LaunchSize size) {}

  @Override
  public LaunchMonitor monitor() {
    return launcher.monitor;
  }

  @Override
  public DeviceTimes.InFlight inFlight() {
    return new DeviceTimes.InFlight(launcher.shape.blocks(), launcher.wanted);
  }

  @Override
  public List<DeviceMatrix> matrices() {
    return List.of(parameters.words(), parameters.contexts());
  }

  @Override
  public double textSeconds() {
    return entries.copySeconds();
  }

  @Override
  public void train(TrainingLoop.Slice round, LossMeter loss) {
    context.bind();
    long number = (long) round.epoch() * launches.perEpoch() + round.index();
    DeviceEntries.Piece piece = entries.piece(number);
    for (int from = 0; from < piece.count(); ) {
      int count = launcher.size.of(piece.count() - from);
      launch(
          piece,
          piece.order().slice((long) from * Integer.BYTES, (long) count * Integer.BYTES),
          count,
          round.rate());
      from += count;
      if (from == piece.count()) {
        entries.launched(number);
      }
      launcher.monitor.await(round.epoch(), loss);
      launcher.size.took(count, launcher.monitor.lastSeconds());
    }
  }

  /** Queues a kernel for some slices of a piece. */
  private void launch(DeviceEntries.Piece piece, DeviceBuffer order, int count, float rate) {
    launcher.monitor.begin();
    launcher.stream.launch(
        launcher.kernel,
        launcher.shape,
        parameters.words().buffer(),
        parameters.contexts().buffer(),
        piece.entries(),
        0L,
        piece.slices(),
        order,
        count,
        rate,
        (float) config.gradientClip(),
        launcher.monitor.counter(),
        launcher.monitor.loss());
    launcher.monitor.end(config.dimensions() + 2, parameters.words(), parameters.contexts());
  }
}
