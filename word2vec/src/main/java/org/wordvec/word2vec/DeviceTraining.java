package org.wordvec.word2vec;

import java.util.Locale;
import org.wordvec.compute.Backend;
import org.wordvec.compute.Checkpoints;
import org.wordvec.compute.Execution;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.Progress;
import org.wordvec.compute.TrainingLoop;
import org.wordvec.compute.TrainingReport;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceArrays;
import org.wordvec.compute.cuda.DeviceMatrix;
import org.wordvec.compute.cuda.LaunchMonitor;
import org.wordvec.compute.cuda.MatrixKernels;
import org.wordvec.compute.cuda.RowWidth;
import org.wordvec.compute.cuda.Staging;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Vocabulary;

/** A training run on a GPU, of Word2Vec or a family that predicts words in the same way. */
public final class DeviceTraining {
  private static final int[] WIDTHS = {64, 128, 256, 320, 512};
  private static final int WARP = 32;

  /** What small tables and the driver take, generously. */
  private static final long BESIDES = 64L << 20;

  /** For the tables of subsampling and of the objective, which have a short path for each word. */
  private static final int BYTES_PER_WORD = 128;

  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final Backend.Gpu gpu;
  private final WindowKernels kernels;
  private final Launches launches;
  private final int width;

  /**
   * Prepares for a corpus.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there are no kernels for so many dimensions
   */
  public DeviceTraining(
      EncodedCorpus corpus, Word2VecConfig config, Backend.Gpu gpu, WindowKernels kernels) {
    this(corpus, config, gpu, kernels, Launches.SLICES);
  }

  /** Prepares for launches of so many slices at most. */
  DeviceTraining(
      EncodedCorpus corpus,
      Word2VecConfig config,
      Backend.Gpu gpu,
      WindowKernels kernels,
      int slicesOfLaunch) {
    this.corpus = corpus;
    this.config = config;
    this.gpu = gpu;
    this.kernels = kernels;
    this.launches = Launches.of(SentenceSlices.of(corpus), slicesOfLaunch);
    this.width = RowWidth.least(config.dimensions(), WIDTHS);
  }

  /**
   * Trains from what the matrices hold to what they hold then.
   *
   * @throws org.wordvec.compute.DivergedException if a value stops being a number or grows too far
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it; the matrices are as
   *     before
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrainingReport train(Matrix inputs, Matrix outputs, Progress progress)
      throws InterruptedException {
    return train(inputs, outputs, progress, Checkpoints.none());
  }

  /**
   * The same with checkpoints, at the end of launches.
   *
   * @throws org.wordvec.compute.DivergedException as above
   * @throws org.wordvec.compute.cuda.CudaException as above; the matrices may be those of the last
   *     checkpoint
   * @throws IllegalArgumentException if the checkpoint to go on from is that of another run
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrainingReport train(
      Matrix inputs, Matrix outputs, Progress progress, Checkpoints checkpoints)
      throws InterruptedException {
    int concurrency =
        (int) Math.min(gpu.concurrencyFor(corpus.encodedTokens()), corpus.sentences());
    try (CudaContext context = gpu.device().open()) {
      DeviceStep.Device device = device(context, concurrency, inputs, outputs);
      TrainingReport report =
          new TrainingLoop(
                  config.schedule(), new Execution(1, config.execution().seed()), launches.count())
              .keeping(checkpoints)
              .learning(new DeviceState(device, inputs, outputs))
              .run(() -> new DeviceStep(config, launches, device), corpus.tokens(), progress);
      LaunchMonitor monitor = device.monitor();
      monitor.copied(device.corpus().copySeconds());
      monitor.copied(device.inputs().download(inputs));
      monitor.copied(device.outputs().download(outputs));
      return report.on(monitor.times(concurrency));
    }
  }

  private DeviceStep.Device device(
      CudaContext context, int concurrency, Matrix inputs, Matrix outputs) {
    Vocabulary vocabulary = corpus.vocabulary();
    long free = context.freeBytes();
    long without = bytesWithoutCorpus((long) inputs.rows() + outputs.rows());
    context.require(without + leastCorpusBytes());
    CudaStream stream = context.newStream();
    MatrixKernels matrices = new MatrixKernels(context);
    DeviceTargets targets =
        DeviceTargets.of(config.objective(), kernels.renewedNoise(), vocabulary, context, stream);
    LaunchMonitor monitor = new LaunchMonitor(context, stream);
    Staging staging = new Staging(context, stream);
    DeviceMatrix deviceInputs = new DeviceMatrix(staging, matrices, inputs.rows(), width);
    DeviceMatrix deviceOutputs = new DeviceMatrix(staging, matrices, outputs.rows(), width);
    monitor.copied(deviceInputs.upload(inputs));
    monitor.copied(deviceOutputs.upload(outputs));
    return new DeviceStep.Device(
        context,
        stream,
        kernel(context, targets),
        new CudaKernel.Shape(concurrency, WARP, sharedBytes(config.window())),
        deviceInputs,
        deviceOutputs,
        DeviceCorpus.of(
            corpus, launches, config.schedule().epochs(), context, stream, free - without),
        DeviceArrays.of(context, stream, launches.slices().starts()),
        DeviceArrays.of(context, stream, Subsampling.of(vocabulary, config.sample()).thresholds()),
        kernels.tables().upload(context, stream),
        targets,
        monitor);
  }

  /** Bytes on the GPU for matrices of so many rows in all, and everything else but the corpus. */
  long bytesWithoutCorpus(long rows) {
    return DeviceMatrix.bytes(rows, width)
        + kernels.tables().bytes()
        + (long) corpus.vocabulary().size() * BYTES_PER_WORD
        + BESIDES;
  }

  long leastCorpusBytes() {
    return Math.min(DeviceCorpus.bytes(corpus), StreamedCorpus.bytes(corpus, launches));
  }

  private CudaKernel kernel(CudaContext context, DeviceTargets targets) {
    String name =
        kernels.prefix()
            + config.architecture().name().toLowerCase(Locale.ROOT)
            + "_"
            + targets.kernel()
            + "_"
            + width;
    return context.load(kernels.ptx().apply(width)).kernel(name);
  }

  /** For a ring of words that a window reaches and those read ahead, with their places. */
  static int sharedBytes(int window) {
    int ring = Math.max(64, Integer.highestOneBit(2 * window + 63) * 2);
    return 8 * ring + 256;
  }
}
