package org.wordvec.word2vec.device;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.compute.CounterRandom;
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
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains on a GPU: a slice of the loop is a launch, which spans many of the CPU's slices, or
 * several launches where the GPU is slow. Their learning rates and noise words go with them, so
 * that both train the same windows at the same rates. Belongs to one thread at a time.
 */
final class DeviceStep implements DevicePart {
  private final Word2VecConfig config;
  private final Launches launches;
  private final Device device;
  private final LaunchSize size;
  private final DeviceBuffer rates;
  private final MemorySegment pinnedRates;

  DeviceStep(Word2VecConfig config, Launches launches, Device device, LaunchSize size) {
    this.config = config;
    this.launches = launches;
    this.device = device;
    this.size = size;
    long rateBytes = (long) launches.most() * Float.BYTES;
    this.rates = device.context().allocate(rateBytes);
    this.pinnedRates = device.context().allocatePinned(rateBytes);
  }

  /**
   * The state on the GPU.
   *
   * @param targets tables and arguments of the objective
   */
  record Device(
      CudaContext context,
      Launcher launcher,
      DeviceMatrix inputs,
      DeviceMatrix outputs,
      Text text,
      DeviceTargets targets) {}

  /**
   * The kernel and its launches.
   *
   * @param wanted sentences in flight that were asked for, of which the shape holds what fits
   */
  record Launcher(
      CudaStream stream,
      CudaKernel kernel,
      CudaKernel.Shape shape,
      int wanted,
      LaunchMonitor monitor) {}

  /**
   * The text and the tables for its words.
   *
   * @param sliceStarts first sentence of each of the CPU's slices, int64
   * @param thresholds of subsampling, for each word
   * @param tables of the family
   */
  record Text(
      DeviceCorpus corpus,
      DeviceBuffer sliceStarts,
      DeviceBuffer thresholds,
      List<DeviceBuffer> tables) {}

  @Override
  public CudaContext context() {
    return device.context;
  }

  @Override
  public List<DeviceMatrix> matrices() {
    return List.of(device.inputs, device.outputs);
  }

  @Override
  public LaunchMonitor monitor() {
    return device.launcher.monitor;
  }

  @Override
  public DeviceTimes.InFlight inFlight() {
    return new DeviceTimes.InFlight(device.launcher.shape.blocks(), device.launcher.wanted);
  }

  @Override
  public double textSeconds() {
    return device.text.corpus.copySeconds();
  }

  @Override
  public void train(TrainingLoop.Slice round, LossMeter loss) {
    device.context.bind();
    int first = launches.first(round.index());
    int end = launches.end(round.index());
    uploadRates(round.epoch(), first, end);
    DeviceCorpus.Piece piece = device.text.corpus.piece(round.epoch(), round.index());
    for (int from = first; from < end; ) {
      int to = from + size.of(end - from);
      launch(piece, from, to, (from - first) * (long) Float.BYTES, round.epoch());
      if (to == end) {
        device.text.corpus.launched(round.epoch(), round.index());
      }
      device.launcher.monitor.await(round.epoch(), loss);
      size.took(to - from, device.launcher.monitor.lastSeconds());
      from = to;
    }
  }

  /** Queues a kernel for slices whose rates begin at {@code rateAt} bytes. */
  private void launch(DeviceCorpus.Piece piece, int from, int to, long rateAt, int epoch) {
    List<Object> before =
        new ArrayList<>(
            List.of(
                device.inputs.buffer(),
                device.outputs.buffer(),
                piece.ids(),
                piece.firstToken(),
                piece.starts(),
                piece.firstSentence(),
                device.text.sliceStarts,
                from,
                to,
                rates.slice(rateAt, (to - from) * (long) Float.BYTES),
                device.text.thresholds));
    before.addAll(device.text.tables);
    device.launcher.monitor.begin();
    device.launcher.stream.launch(
        device.launcher.kernel,
        device.launcher.shape,
        device.targets.arguments(
            before,
            config.window(),
            CounterRandom.key(config.execution().seed(), epoch),
            device.launcher.monitor.counter(),
            device.launcher.monitor.loss()));
    device.launcher.monitor.end(config.dimensions(), device.inputs, device.outputs);
  }

  /** Queues the rates that the CPU gives these slices. Those of the launch before are done with. */
  private void uploadRates(int epoch, int first, int end) {
    int perEpoch = launches.slices().size();
    double all = (double) perEpoch * config.schedule().epochs();
    for (int slice = first; slice < end; slice++) {
      float rate = config.schedule().rateAt(((double) epoch * perEpoch + slice) / all);
      pinnedRates.setAtIndex(JAVA_FLOAT, slice - first, rate);
    }
    device.launcher.stream.upload(
        pinnedRates.asSlice(0, (long) (end - first) * Float.BYTES), rates);
  }
}
