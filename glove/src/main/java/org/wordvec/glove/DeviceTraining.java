package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Backend;
import org.wordvec.compute.Checkpoints;
import org.wordvec.compute.Execution;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.Progress;
import org.wordvec.compute.TrainingLoop;
import org.wordvec.compute.TrainingReport;
import org.wordvec.compute.TrainingState;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.LaunchMonitor;
import org.wordvec.compute.cuda.Ptx;
import org.wordvec.compute.cuda.RowWidth;
import org.wordvec.compute.cuda.Staging;
import org.wordvec.vectors.WordVectors;

/** A training run on a GPU, from the entries in memory to the vectors in memory. */
final class DeviceTraining {
  private static final int[] WIDTHS = {64, 128, 192, 256, 320, 512};
  private static final int WARP = 32;

  /** What the driver and small tables take, generously. */
  private static final long BESIDES = 64L << 20;

  private final Entries entries;
  private final GloVeConfig config;
  private final Backend.Gpu gpu;
  private final EntryLaunches launches;
  private final EntryLaunches streamed;
  private final int vocabulary;
  private final int width;

  /** A run with launches of the usual size. */
  DeviceTraining(Entries entries, GloVeConfig config, Backend.Gpu gpu) {
    this(entries, config, gpu, EntryLaunches.SLICES, EntryLaunches.STREAMED_SLICES);
  }

  /** A run with launches of so many slices at most: where all entries fit, and where not. */
  DeviceTraining(
      Entries entries,
      GloVeConfig config,
      Backend.Gpu gpu,
      int slicesOfLaunch,
      int streamedSlices) {
    this.entries = entries;
    this.config = config;
    this.gpu = gpu;
    List<EntrySlice> slices = entries.tiles().slices();
    this.launches = EntryLaunches.of(slices, config, slicesOfLaunch);
    this.streamed = EntryLaunches.of(slices, config, streamedSlices);
    this.vocabulary = entries.vocabulary().size();
    // Two columns are for the biases.
    this.width = RowWidth.least(config.dimensions() + 2, WIDTHS);
  }

  GloVe.Trained train(Arena arena, Progress progress) throws InterruptedException {
    return train(arena, progress, Checkpoints.none());
  }

  GloVe.Trained train(Arena arena, Progress progress, Checkpoints checkpoints)
      throws InterruptedException {
    try (CudaContext context = gpu.device().open();
        Arena working = Arena.ofShared()) {
      long room = context.freeBytes() - bytesWithoutEntries();
      boolean resident = DeviceEntries.Resident.bytes(launches) <= room;
      EntryLaunches chosen = resident ? launches : streamed;
      int concurrency = Math.min(gpu.concurrencyFor(entries.size()), chosen.most());
      DeviceStep step = step(context, concurrency, chosen, room);
      TrainingReport report =
          new TrainingLoop(
                  config.schedule(), new Execution(1, config.execution().seed()), chosen.perEpoch())
              .keeping(checkpoints)
              .learning(
                  checkpoints.areKept()
                      ? DeviceState.of(step, vocabulary, working)
                      : TrainingState.NONE)
              .run(() -> step, entries.size(), progress);
      Matrix vectors = download(step, arena);
      return new GloVe.Trained(
          new WordVectors(entries.vocabulary().words(), vectors),
          report.on(step.monitor().times(concurrency)));
    }
  }

  private DeviceStep step(CudaContext context, int concurrency, EntryLaunches chosen, long room) {
    context.require(bytesWithoutEntries() + leastEntryBytes());
    CudaStream stream = context.newStream();
    CudaKernel kernel =
        context
            .load(Ptx.read(GloVe.class.getResourceAsStream("glove-" + width + ".ptx")))
            .kernel("adagrad_" + width);
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
        chosen,
        context,
        stream,
        kernel,
        new CudaKernel.Shape(concurrency, WARP, 0),
        parameters,
        DeviceEntries.of(chosen, context, stream, room),
        new LaunchMonitor(context, stream));
  }

  long bytesWithoutEntries() {
    return DeviceParameters.bytes(vocabulary, width) + BESIDES;
  }

  long leastEntryBytes() {
    return DeviceEntries.leastBytes(launches, streamed);
  }

  private Matrix download(DeviceStep step, Arena arena) {
    try (Arena working = Arena.ofShared()) {
      Matrix words = Matrix.allocate(working, vocabulary, config.dimensions());
      Matrix contexts = Matrix.allocate(working, vocabulary, config.dimensions());
      step.monitor()
          .copied(
              step.entries().copySeconds()
                  + step.parameters().words().download(words)
                  + step.parameters().contexts().download(contexts));
      return Parameters.output(
          config.output(), vocabulary, config.dimensions(), words::get, contexts::get, arena);
    }
  }
}
