package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.LossMeter;

/**
 * Serves the launches of a training kernel, one at a time: the counter from which a launch takes
 * its work, its loss, the check of the matrices after it, and its time.
 */
public final class LaunchMonitor {
  private static final int COUNTER = 0;
  private static final int LOSS = 16;
  private static final int SUMMARY = 32;
  private static final int BYTES = SUMMARY + MatrixSummary.BYTES;

  private final CudaContext context;
  private final CudaStream stream;
  private final DeviceBuffer state;
  private final MemorySegment result;
  private final CudaEvent begun;
  private final CudaEvent trained;
  private final long start = System.nanoTime();
  private double kernelSeconds;
  private double lastSeconds;
  private double copySeconds;
  private double waitSeconds;

  /** Creates a monitor of the launches in a stream. */
  public LaunchMonitor(CudaContext context, CudaStream stream) {
    this.context = context;
    this.stream = stream;
    this.state = context.allocate(BYTES);
    this.result = context.allocatePinned(BYTES);
    this.begun = CudaEvent.of(context);
    this.trained = CudaEvent.of(context);
  }

  /** Returns an unsigned int that is zero when the launch begins. */
  public DeviceBuffer counter() {
    return state.slice(COUNTER, Integer.BYTES);
  }

  /** Returns two doubles at zero: the sum of the losses, and the number of predictions. */
  public DeviceBuffer loss() {
    return state.slice(LOSS, 2 * Double.BYTES);
  }

  /** Queues what comes before the kernel. */
  public void begin() {
    stream.clear(state);
    stream.record(begun);
  }

  /** Queues what follows the kernel, the inspection of some matrices' first columns. */
  public void end(int columns, DeviceMatrix... matrices) {
    stream.record(trained);
    for (DeviceMatrix matrix : matrices) {
      matrix.inspect(columns, state.slice(SUMMARY, MatrixSummary.BYTES));
    }
    stream.download(state, result);
  }

  /**
   * Waits for the end of the launch and takes its results.
   *
   * @throws org.wordvec.compute.training.DivergedException if values are not finite or too large
   */
  public void await(int epoch, LossMeter meter) {
    long waiting = System.nanoTime();
    stream.synchronize();
    waitSeconds += 1e-9 * (System.nanoTime() - waiting);
    lastSeconds = trained.secondsSince(begun);
    kernelSeconds += lastSeconds;
    summary().check(epoch);
    meter.add(
        result.get(JAVA_DOUBLE, LOSS), Math.round(result.get(JAVA_DOUBLE, LOSS + Double.BYTES)));
  }

  /** Returns the summary of the matrices after the last launch. */
  MatrixSummary summary() {
    return MatrixSummary.of(result.asSlice(SUMMARY, MatrixSummary.BYTES));
  }

  /** Returns the seconds of the last kernel that has ended, by the GPU's clock. */
  public double lastSeconds() {
    return lastSeconds;
  }

  /** Counts a copy between the GPU and this process. */
  public void copied(double seconds) {
    copySeconds += seconds;
  }

  /**
   * Returns the times so far.
   *
   * @param textSeconds in copies that were not counted here
   */
  DeviceTimes times(DeviceTimes.InFlight inFlight, double textSeconds) {
    double elapsed = 1e-9 * (System.nanoTime() - start);
    return new DeviceTimes(
        "cuda:" + context.device().index(),
        context.device().name(),
        inFlight,
        kernelSeconds,
        copySeconds + textSeconds,
        elapsed - waitSeconds,
        DeviceTimes.Merging.NONE);
  }
}
