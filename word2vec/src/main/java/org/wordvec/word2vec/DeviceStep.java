package org.wordvec.word2vec;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.LossMeter;
import org.wordvec.compute.TrainingLoop;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceArrays;
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

  DeviceStep(Word2VecConfig config, Launches launches, Device device) {
    this.config = config;
    this.launches = launches;
    this.device = device;
    this.rates = device.context().allocate((long) launches.most() * Float.BYTES);
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
    DeviceArrays.upload(device.stream, rates(launch.epoch(), first, end), rates);
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

  /** The rates that the CPU gives these slices. */
  private float[] rates(int epoch, int first, int end) {
    int perEpoch = launches.slices().size();
    double all = (double) perEpoch * config.schedule().epochs();
    float[] values = new float[end - first];
    for (int slice = first; slice < end; slice++) {
      values[slice - first] = config.schedule().rateAt(((double) epoch * perEpoch + slice) / all);
    }
    return values;
  }
}
