package org.wordvec.word2vec.device;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Locale;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaKernel;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceArrays;
import org.wordvec.compute.cuda.DeviceContexts;
import org.wordvec.compute.cuda.DeviceMatrix;
import org.wordvec.compute.cuda.DeviceModel;
import org.wordvec.compute.cuda.DeviceShare;
import org.wordvec.compute.cuda.LaunchMonitor;
import org.wordvec.compute.cuda.MatrixKernels;
import org.wordvec.compute.cuda.RowWidth;
import org.wordvec.compute.cuda.Staging;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.compute.training.TrainingState;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.SentenceSlices;
import org.wordvec.word2vec.Subsampling;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** A training run on GPUs, of Word2Vec or a family that predicts words in the same way. */
public final class DeviceTraining {
  private static final int[] WIDTHS = {64, 128, 256, 320, 512};
  private static final int WARP = 32;

  /** Bytes for small tables and the driver, with a reserve. */
  private static final long BESIDES = 64L << 20;

  /** Bytes for the tables of subsampling and of the objective, which has a short path a word. */
  private static final int BYTES_PER_WORD = 128;

  private final Word2Vec.Run run;
  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final Backend.Gpu gpu;
  private final WindowKernels kernels;
  private final List<CudaDevice> devices;
  private final Launches.Limits limits;
  private final SentenceSlices slices;
  private final int width;

  /**
   * Prepares a run.
   *
   * @throws org.wordvec.compute.cuda.CudaException if there are no kernels for rows of this length
   */
  public DeviceTraining(Word2Vec.Run run, Backend.Gpu gpu, WindowKernels kernels) {
    this(run, gpu, kernels, Launches.Limits.USUAL);
  }

  /** Prepares a run with launches of some size. */
  DeviceTraining(Word2Vec.Run run, Backend.Gpu gpu, WindowKernels kernels, Launches.Limits limits) {
    this.run = run;
    this.corpus = run.corpus();
    this.config = run.config();
    this.gpu = gpu;
    this.kernels = kernels;
    this.slices = SentenceSlices.of(corpus);
    this.limits = limits;
    // A GPU without a slice would be idle.
    this.devices = gpu.devices().subList(0, Math.clamp(slices.size(), 1, gpu.devices().size()));
    this.width = RowWidth.least(config.dimensions(), WIDTHS);
  }

  /**
   * Trains from what the matrices hold to what they hold then, with checkpoints at the end of
   * launches.
   *
   * @throws org.wordvec.compute.training.DivergedException if a value stops being a number or grows
   *     too far
   * @throws org.wordvec.compute.cuda.CudaException if a GPU cannot do it; the matrices are as
   *     before, or as after some round or checkpoint
   * @throws IllegalArgumentException if the checkpoint to continue from is that of another run
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrainingReport train(ModelMatrices matrices) throws InterruptedException {
    long rows = rows(matrices);
    Launches launches = launches(rows);
    try (DeviceContexts contexts = DeviceContexts.open(devices);
        Arena working = Arena.ofShared()) {
      contexts.each((context, share) -> require(context, rows, launches.of(share)));
      List<DeviceStep> steps =
          contexts.each(
              (context, share) ->
                  new DeviceStep(
                      config,
                      launches.of(share),
                      device(context, launches.of(share), matrices),
                      limits.size()));
      List<TrainingState.Part> parts = matrices.state().parts();
      try (DeviceModel model = DeviceModel.of(steps, parts, Momentum.NONE_SUMMED, working)) {
        TrainingReport report =
            new TrainingLoop(
                    config.schedule(),
                    new Execution(1, config.execution().seed()),
                    launches.count())
                .keeping(run.checkpoints())
                .learning(model)
                .run(model::step, corpus.tokens(), run.progress());
        model.collect();
        return report.on(model.times());
      }
    }
  }

  private static long rows(ModelMatrices matrices) {
    return (long) matrices.inputs().rows() + matrices.outputs().rows();
  }

  /** Returns all launches of one GPU, or the rounds of several. */
  Launches launches(long rows) {
    DeviceShare share = new DeviceShare(0, devices.size());
    int rounds =
        share.rounds(
            corpus.encodedTokens(),
            config.schedule().epochs(),
            slices.size(),
            DeviceMatrix.bytes(rows, width),
            limits.most());
    return new Launches(slices, rounds, share);
  }

  /** Checks before any work that all of it will fit, and returns the bytes for the text. */
  private long require(CudaContext context, long rows, Launches launches) {
    long without = bytesWithoutCorpus(rows);
    context.require(without + leastCorpusBytes(launches));
    return context.freeBytes() - without;
  }

  private DeviceStep.Device device(CudaContext context, Launches launches, ModelMatrices matrices) {
    Vocabulary vocabulary = corpus.vocabulary();
    long room = require(context, rows(matrices), launches);
    CudaStream stream = context.newStream();
    MatrixKernels matrixKernels = new MatrixKernels(context);
    DeviceTargets targets =
        DeviceTargets.of(config.objective(), kernels.renewedNoise(), vocabulary, context, stream);
    CudaKernel kernel = kernel(context, targets);
    int wanted = (int) Math.min(gpu.concurrencyFor(corpus.encodedTokens()), corpus.sentences());
    CudaKernel.Shape shape = kernel.fitting(wanted, WARP, sharedBytes(config.window()));
    LaunchMonitor monitor = new LaunchMonitor(context, stream);
    Staging staging = new Staging(context, stream);
    DeviceMatrix inputs = new DeviceMatrix(staging, matrixKernels, matrices.inputs().rows(), width);
    DeviceMatrix outputs =
        new DeviceMatrix(staging, matrixKernels, matrices.outputs().rows(), width);
    monitor.copied(inputs.upload(matrices.inputs()));
    monitor.copied(outputs.upload(matrices.outputs()));
    return new DeviceStep.Device(
        context,
        new DeviceStep.Launcher(stream, kernel, shape, wanted, monitor),
        inputs,
        outputs,
        new DeviceStep.Text(
            DeviceCorpus.of(corpus, launches, config.schedule().epochs(), context, stream, room),
            DeviceArrays.of(context, stream, slices.starts()),
            DeviceArrays.of(
                context, stream, Subsampling.of(vocabulary, config.sample()).thresholds()),
            kernels.tables().upload(context, stream)),
        targets);
  }

  /**
   * Returns the bytes on the GPU for matrices of {@code rows} rows in all and for everything else
   * but the corpus.
   */
  long bytesWithoutCorpus(long rows) {
    return DeviceMatrix.bytes(rows, width)
        + kernels.tables().bytes()
        + (long) corpus.vocabulary().size() * BYTES_PER_WORD
        + BESIDES;
  }

  long leastCorpusBytes(Launches launches) {
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

  /** Returns the bytes for a ring of words in a window or read ahead, with places and widths. */
  static int sharedBytes(int window) {
    int ring = Math.max(64, Integer.highestOneBit(2 * window + 63) * 2);
    return 10 * ring + 256;
  }
}
