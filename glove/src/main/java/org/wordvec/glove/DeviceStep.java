package org.wordvec.glove;

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

/**
 * Trains on a GPU: a slice of the loop is a launch, or several where the GPU is slow, which trains
 * many slices of entries and measures the cost of every entry. Belongs to one thread at a time.
 */
record DeviceStep(
    GloVeConfig config,
    EntryLaunches launches,
    CudaContext context,
    CudaStream stream,
    CudaKernel kernel,
    CudaKernel.Shape shape,
    DeviceTimes.InFlight inFlight,
    DeviceParameters parameters,
    DeviceEntries entries,
    LaunchMonitor monitor,
    LaunchSize size)
    implements DevicePart {
  /** Some millions of entries, which no GPU takes long for. */
  static final int FIRST_SLICES = 1_024;

  static final int LEAST_SLICES = 128;

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
      int count = size.of(piece.count() - from);
      launch(
          piece,
          piece.order().slice((long) from * Integer.BYTES, (long) count * Integer.BYTES),
          count,
          round.rate());
      from += count;
      if (from == piece.count()) {
        entries.launched(number);
      }
      monitor.await(round.epoch(), loss);
      size.took(count, monitor.lastSeconds());
    }
  }

  /** Queues a kernel for some slices of a piece. */
  private void launch(DeviceEntries.Piece piece, DeviceBuffer order, int count, float rate) {
    monitor.begin();
    stream.launch(
        kernel,
        shape,
        parameters.words().buffer(),
        parameters.contexts().buffer(),
        piece.entries(),
        0L,
        piece.slices(),
        order,
        count,
        rate,
        (float) config.gradientClip(),
        monitor.counter(),
        monitor.loss());
    monitor.end(config.dimensions() + 2, parameters.words(), parameters.contexts());
  }
}
