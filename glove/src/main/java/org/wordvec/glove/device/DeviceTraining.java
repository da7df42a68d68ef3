package org.wordvec.glove.device;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceContexts;
import org.wordvec.compute.cuda.DeviceModel;
import org.wordvec.compute.cuda.DeviceShare;
import org.wordvec.compute.cuda.LaunchMonitor;
import org.wordvec.compute.cuda.LaunchSize;
import org.wordvec.compute.cuda.Ptx;
import org.wordvec.compute.cuda.RowWidth;
import org.wordvec.compute.cuda.Staging;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.Parameters;
import org.wordvec.glove.entries.Entries;
import org.wordvec.vectors.WordVectors;

/** A training run on GPUs, from the entries in memory to the vectors in memory. */
final class DeviceTraining {
  private static final int[] WIDTHS = {64, 128, 192, 256, 320, 512};
  private static final int WARP = 32;

  /** Bytes for the driver and small tables, with a reserve. */
  private static final long BESIDES = 64L << 20;

  private final GloVe.Run run;
  private final Entries entries;
  private final GloVeConfig config;
  private final Backend.Gpu gpu;
  private final List<CudaDevice> devices;
  private final EntryLaunches launches;
  private final EntryLaunches streamed;
  private final int vocabulary;
  private final int width;

  /** Prepares a run with launches of the usual size. */
  DeviceTraining(GloVe.Run run, Backend.Gpu gpu) {
    this(run, gpu, EntryLaunches.SLICES, EntryLaunches.STREAMED_SLICES);
  }

  /**
   * Prepares a run.
   *
   * @param slicesOfLaunch slices of a launch at most, where all entries fit
   * @param streamedSlices the same where not all entries fit
   */
  DeviceTraining(GloVe.Run run, Backend.Gpu gpu, int slicesOfLaunch, int streamedSlices) {
    this.run = run;
    this.entries = run.entries();
    this.config = run.config();
    this.gpu = gpu;
    this.vocabulary = entries.vocabulary().size();
    // Two columns are for the biases.
    this.width = RowWidth.least(config.dimensions() + 2, WIDTHS);
    // A GPU without a slice would be idle.
    int slices = entries.tiles().slices().size();
    this.devices = gpu.devices().subList(0, Math.clamp(slices, 1, gpu.devices().size()));
    this.launches = launches(slicesOfLaunch);
    this.streamed = launches(streamedSlices);
  }

  private EntryLaunches launches(int slicesOfLaunch) {
    return EntryLaunches.of(
        entries.tiles().slices(),
        config,
        entries.size(),
        DeviceParameters.bytes(vocabulary, width),
        slicesOfLaunch,
        new DeviceShare(0, devices.size()));
  }

  GloVe.Trained train() throws InterruptedException {
    try (DeviceContexts gpus = DeviceContexts.open(devices);
        Arena working = Arena.ofShared()) {
      List<Long> rooms = gpus.each((context, share) -> require(context));
      boolean resident =
          rooms.stream().allMatch(room -> DeviceEntries.Resident.bytes(launches) <= room);
      EntryLaunches chosen = resident ? launches : streamed;
      List<DeviceStep> steps =
          gpus.each((context, share) -> step(context, chosen.of(share), rooms.get(share.number())));
      Matrix words = matrix(working);
      Matrix contexts = matrix(working);
      try (DeviceModel model = model(steps, words, contexts, working)) {
        TrainingReport report =
            new TrainingLoop(
                    config.schedule(),
                    new Execution(1, config.execution().seed()),
                    chosen.perEpoch())
                .keeping(run.checkpoints())
                .learning(model)
                .run(model::step, entries.size(), run.progress());
        model.collect();
        return new GloVe.Trained(
            new WordVectors(entries.vocabulary().words(), output(words, contexts)),
            report.on(model.times()));
      }
    }
  }

  /** Checks before any work that all of it will fit, and returns the bytes for the entries. */
  private long require(CudaContext context) {
    context.require(bytesWithoutEntries() + leastEntryBytes());
    return context.freeBytes() - bytesWithoutEntries();
  }

  private DeviceStep step(CudaContext context, EntryLaunches own, long room) {
    CudaStream stream = context.newStream();
    CudaKernel kernel =
        context
            .load(Ptx.read(GloVe.class.getResourceAsStream("glove-" + width + ".ptx")))
            .kernel("adagrad_" + width);
    int wanted = Math.min(gpu.concurrencyFor(entries.size()), own.most());
    CudaKernel.Shape shape = kernel.fitting(wanted, WARP, 0);
    DeviceParameters parameters =
        DeviceParameters.allocate(
            context,
            new Staging(context, stream),
            vocabulary,
            config.dimensions(),
            width,
            config.execution().seed());
    return new DeviceStep(
        config,
        own,
        context,
        new DeviceStep.Launcher(
            stream,
            kernel,
            shape,
            wanted,
            new LaunchMonitor(context, stream),
            new LaunchSize(DeviceStep.FIRST_SLICES, DeviceStep.LEAST_SLICES)),
        parameters,
        DeviceEntries.of(own, context, stream, room));
  }

  /**
   * Allocates half of the model in this process: with the sums of squares behind the values where
   * it is saved or merged.
   */
  private Matrix matrix(Arena working) {
    boolean whole = run.checkpoints().areKept() || devices.size() > 1;
    return Matrix.allocate(working, vocabulary, whole ? 2 * width : config.dimensions());
  }

  private DeviceModel model(List<DeviceStep> steps, Matrix words, Matrix contexts, Arena working) {
    if (steps.size() > 1) {
      // All GPUs begin with the same.
      steps.getFirst().context().bind();
      steps.getFirst().parameters().words().download(words);
      steps.getFirst().parameters().contexts().download(contexts);
    }
    int learnt = Math.min(config.dimensions() + 2, words.dimensions());
    return DeviceModel.of(
        steps,
        List.of(
            new TrainingState.Part("words", words, learnt),
            new TrainingState.Part("contexts", contexts, learnt)),
        width,
        working);
  }

  long bytesWithoutEntries() {
    return DeviceParameters.bytes(vocabulary, width) + BESIDES;
  }

  long leastEntryBytes() {
    return DeviceEntries.leastBytes(launches, streamed);
  }

  private Matrix output(Matrix words, Matrix contexts) {
    return Parameters.output(
        config.output(), vocabulary, config.dimensions(), words::get, contexts::get, run.arena());
  }
}
