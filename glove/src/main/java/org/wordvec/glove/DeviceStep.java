package org.wordvec.glove;

import org.wordvec.compute.LossMeter;
import org.wordvec.compute.TrainingLoop;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.LaunchMonitor;

/**
 * Trains on a GPU: a slice of the loop is a launch, which trains many slices of entries and
 * measures the cost of every entry. Belongs to one thread.
 */
record DeviceStep(
    GloVeConfig config,
    EntryLaunches launches,
    CudaContext context,
    CudaStream stream,
    CudaKernel kernel,
    CudaKernel.Shape shape,
    DeviceParameters parameters,
    DeviceEntries entries,
    LaunchMonitor monitor)
    implements TrainingLoop.Step {
  @Override
  public void train(TrainingLoop.Slice slice, LossMeter loss) {
    context.bind();
    long launch = (long) slice.epoch() * launches.perEpoch() + slice.index();
    DeviceEntries.Piece piece = entries.piece(launch);
    monitor.begin();
    stream.launch(
        kernel,
        shape,
        parameters.words().buffer(),
        parameters.contexts().buffer(),
        piece.entries(),
        0L,
        piece.slices(),
        piece.order(),
        piece.count(),
        slice.rate(),
        (float) config.gradientClip(),
        monitor.counter(),
        monitor.loss());
    monitor.end(config.dimensions() + 2, parameters.words(), parameters.contexts());
    entries.launched(launch);
    monitor.await(slice.epoch(), loss);
  }
}
