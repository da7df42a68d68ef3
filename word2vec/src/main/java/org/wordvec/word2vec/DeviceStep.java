package org.wordvec.word2vec;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.LossMeter;
import org.wordvec.compute.TrainingLoop;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.compute.cuda.DeviceMatrix;
import org.wordvec.compute.cuda.LaunchMonitor;

/**
 * Trains on a GPU: a slice of the loop is a launch, which spans many of the CPU's slices. Their
 * learning rates and noise words go with them, so that both train the same windows at the same
 * rates. Belongs to one thread.
 */
final class DeviceStep implements TrainingLoop.Step {
  private final Word2VecConfig config;
  private final Launches launches;
  private final Device device;
  private final DeviceBuffer rates;
  private final MemorySegment pinnedRates;

  DeviceStep(Word2VecConfig config, Launches launches, Device device) {
    this.config = config;
    this.launches = launches;
    this.device = device;
    long rateBytes = (long) launches.most() * Float.BYTES;
    this.rates = device.context().allocate(rateBytes);
    this.pinnedRates = device.context().allocatePinned(rateBytes);
  }

  /** What is on the GPU. */
  record Device(
      CudaContext context,
      CudaStream stream,
      CudaKernel kernel,
      CudaKernel.Shape shape,
      DeviceMatrix inputs,
      DeviceMatrix outputs,
      DeviceCorpus corpus,
      DeviceBuffer sliceStarts,
      DeviceBuffer thresholds,
      List<DeviceBuffer> tables,
      DeviceTargets targets,
      LaunchMonitor monitor) {}

  @Override
  public void train(TrainingLoop.Slice launch, LossMeter loss) {
    device.context.bind();
    int first = launches.first(launch.index());
    int end = launches.end(launch.index());
    uploadRates(launch.epoch(), first, end);
    DeviceCorpus.Piece piece = device.corpus.piece(launch.epoch(), launch.index());
    List<Object> before =
        new ArrayList<>(
            List.of(
                device.inputs.buffer(),
                device.outputs.buffer(),
                piece.ids(),
                piece.firstToken(),
                piece.starts(),
                piece.firstSentence(),
                device.sliceStarts,
                first,
                end,
                rates,
                device.thresholds));
    before.addAll(device.tables);
    device.monitor.begin();
    device.stream.launch(
        device.kernel,
        device.shape,
        device.targets.arguments(
            before,
            config.window(),
            CounterRandom.key(config.execution().seed(), launch.epoch()),
            device.monitor.counter(),
            device.monitor.loss()));
    device.monitor.end(config.dimensions(), device.inputs, device.outputs);
    device.corpus.launched(launch.epoch(), launch.index());
    device.monitor.await(launch.epoch(), loss);
  }

  /** Queues the rates that the CPU gives these slices. Nobody reads those of the launch before. */
  private void uploadRates(int epoch, int first, int end) {
    int perEpoch = launches.slices().size();
    double all = (double) perEpoch * config.schedule().epochs();
    for (int slice = first; slice < end; slice++) {
      float rate = config.schedule().rateAt(((double) epoch * perEpoch + slice) / all);
      pinnedRates.setAtIndex(JAVA_FLOAT, slice - first, rate);
    }
    device.stream.upload(pinnedRates.asSlice(0, (long) (end - first) * Float.BYTES), rates);
  }
}
