package org.wordvec.compute.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a model family over all slices of all epochs, on a number of threads that share
 * the matrices without locks (Hogwild, Recht et al. 2011).
 *
 * <p>Owns what all families share: the order of the slices, the learning rate, progress, loss,
 * interruption, checkpoints and the check for divergence. Threads take the next slice from a queue,
 * and no epoch waits for the end of the one before. With one thread the slices come in order and a
 * run is reproducible to the bit, wherever it was cut and resumed.
 */
public final class TrainingLoop {
  private static final long REPORT_MILLISECONDS = 100;

  private final Schedule schedule;
  private final Execution execution;
  private final long slicesPerEpoch;
  private final long slices;
  private final AtomicLong finished = new AtomicLong();
  private final LossMeter[] losses;
  private Checkpoints checkpoints = Checkpoints.none();
  private TrainingState state = TrainingState.NONE;
  private @Nullable Later later;
  private double earlierSeconds;
  private long start;

  /** Trains one slice after another; belongs to one thread. */
  @FunctionalInterface
  public interface Step {
    /**
     * Trains a slice and measures the loss of some of its predictions. When it returns, all that it
     * has learnt is in the {@link TrainingState}, and nothing that it keeps to itself changes what
     * the next slice does.
     */
    void train(Slice slice, LossMeter loss);
  }

  /** The part of a run that trains one set of matrices. */
  public interface Stage {
    /** Returns the matrices: those to start from, unless they are restored from a checkpoint. */
    TrainingState state();

    /**
     * Returns what creates the steps. Called once, when the matrices hold what training needs.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    Supplier<Step> newStep() throws InterruptedException;
  }

  /** Makes a stage while no slice is being trained. */
  @FunctionalInterface
  public interface Change {
    /**
     * Returns the stage.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    Stage begin() throws InterruptedException;
  }

  private record Later(long firstSlice, Change change) {}

  private record Only(TrainingState state, Supplier<Step> newStep) implements Stage {}

  /**
   * The unit of work.
   *
   * @param epoch from 0
   * @param index of the slice in its epoch, from 0
   * @param rate the learning rate for all of it
   */
  public record Slice(int epoch, int index, float rate) {}

  /**
   * Creates a loop over the slices of all epochs.
   *
   * @throws NothingToTrainException if there are none
   */
  public TrainingLoop(Schedule schedule, Execution execution, int slicesPerEpoch) {
    if (slicesPerEpoch < 1) {
      throw new NothingToTrainException("there is nothing to train on");
    }
    this.schedule = schedule;
    this.execution = execution;
    this.slicesPerEpoch = slicesPerEpoch;
    this.slices = (long) slicesPerEpoch * schedule.epochs();
    this.losses = new LossMeter[schedule.epochs()];
    Arrays.setAll(losses, epoch -> new LossMeter());
  }

  /** Sets the state that the steps change, which the loop checks for divergence. */
  public TrainingLoop learning(TrainingState newState) {
    state = newState;
    return this;
  }

  /** Sets the checkpoints that the loop writes, and resumes from. */
  public TrainingLoop keeping(Checkpoints newCheckpoints) {
    checkpoints = newCheckpoints;
    return this;
  }

  /**
   * Sets a second stage, whose matrices replace those of the first. A run that resumes behind its
   * first slice begins with it.
   *
   * @param epoch from 0, with which it begins
   * @param change makes it; its time counts as training
   */
  public TrainingLoop changing(int epoch, Change change) {
    later = new Later(epoch * slicesPerEpoch, change);
    return this;
  }

  /**
   * Trains to the end. A loop runs once.
   *
   * <p>Where checkpoints are enabled, an interrupted run ends the current slices and writes one
   * before it throws; a second interruption ends it without.
   *
   * @param newStep creates a step for each thread, and is called by it, so that what the thread
   *     writes all the time does not lie beside what others do
   * @param tokens raw tokens of an epoch, for the report and the progress
   * @throws DivergedException if a loss or a value becomes infinite or NaN, or a row too long
   * @throws IllegalArgumentException if the checkpoint to resume from is that of another run
   * @throws UncheckedIOException if the checkpoint to resume from cannot be read, or that of an
   *     interrupted run cannot be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrainingReport run(Supplier<Step> newStep, long tokens, Progress progress)
      throws InterruptedException {
    Later second = later;
    long boundary = second == null ? slices : second.firstSlice();
    boolean changed = checkpoints.resumed().map(Checkpoint::next).orElse(0L) > boundary;
    Stage stage = second != null && changed ? second.change().begin() : new Only(state, newStep);
    long first = restore(stage.state());
    start = System.nanoTime();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            execution.threads(), Thread.ofPlatform().daemon().name("training-", 0).factory());
    try {
      Runnable report = () -> progress.report(snapshot(tokens));
      if (second != null && !changed) {
        int last = (int) Math.max(0, boundary / slicesPerEpoch - 1);
        train(stage, first, boundary, threads, report).checkAll(last);
        stage = second.change().begin();
        first = boundary;
      }
      DivergenceWatch watch = train(stage, first, slices, threads, report);
      double seconds = seconds();
      report.run();
      watch.checkAll(schedule.epochs() - 1);
      return new TrainingReport(
          seconds,
          tokens,
          Arrays.stream(losses).map(LossMeter::mean).toList(),
          Optional.empty(),
          checkpoints.pauses());
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }

  private DivergenceWatch train(
      Stage stage, long first, long end, ExecutorService threads, Runnable report)
      throws InterruptedException {
    TrainingState learnt = stage.state();
    SliceQueue queue =
        new SliceQueue(
            first,
            end,
            new CheckpointPlan(checkpoints, end, slices, slicesPerEpoch),
            (next, began, stopping) -> save(next, began, stopping, learnt));
    Supplier<Step> newStep = stage.newStep();
    CompletionService<Integer> workers = new ExecutorCompletionService<>(threads);
    DivergenceWatch watch = new DivergenceWatch(learnt);
    for (int worker = 0; worker < execution.threads(); worker++) {
      workers.submit(() -> work(newStep, queue, watch), worker);
    }
    awaitAll(workers, queue, report);
    return watch;
  }

  private long restore(TrainingState learnt) {
    return checkpoints
        .restore(slicesPerEpoch, schedule.epochs(), learnt)
        .map(
            checkpoint -> {
              for (int epoch = 0; epoch < losses.length; epoch++) {
                losses[epoch].restore(checkpoint.losses().get(epoch));
              }
              earlierSeconds = checkpoint.seconds();
              finished.set(checkpoint.next());
              return checkpoint.next();
            })
        .orElse(0L);
  }

  private void save(long next, long began, boolean stopping, TrainingState learnt) {
    double seconds = earlierSeconds + 1e-9 * (began - start) - checkpoints.pauses().seconds();
    try {
      checkpoints.save(
          new Checkpoints.Moment(next, slicesPerEpoch, schedule.epochs(), seconds, List.of(losses)),
          learnt,
          began);
    } catch (IOException e) {
      if (stopping) {
        throw new UncheckedIOException(e);
      }
      checkpoints.failed(e);
    }
  }

  private void work(Supplier<Step> newStep, SliceQueue queue, DivergenceWatch watch) {
    LossMeter meter = new LossMeter();
    try {
      Step step = newStep.get();
      for (long slice = queue.claim();
          slice != SliceQueue.END && !Thread.currentThread().isInterrupted();
          slice = queue.claim()) {
        int epoch = (int) (slice / slicesPerEpoch);
        float rate = schedule.rateAt((double) slice / slices);
        step.train(new Slice(epoch, (int) (slice % slicesPerEpoch), rate), meter);
        count(epoch, meter);
        watch.checkSome(slice, epoch);
        finished.incrementAndGet();
        queue.done();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      queue.end();
      throw e;
    }
  }

  private void count(int epoch, LossMeter meter) {
    if (!meter.isEmpty() && !Double.isFinite(meter.mean())) {
      throw new DivergedException(
          "training diverged in epoch "
              + (epoch + 1)
              + ": the loss is no longer a number; lower the learning rate");
    }
    synchronized (losses) {
      losses[epoch].drain(meter);
    }
  }

  private double seconds() {
    return earlierSeconds + 1e-9 * (System.nanoTime() - start) - checkpoints.pauses().seconds();
  }

  private Progress.Snapshot snapshot(long tokens) {
    double fraction = (double) finished.get() / slices;
    int epoch = (int) Math.min(schedule.epochs() - 1, finished.get() / slicesPerEpoch);
    long total = tokens * schedule.epochs();
    synchronized (losses) {
      return new Progress.Snapshot(
          epoch + 1,
          schedule.epochs(),
          Math.round(fraction * total),
          total,
          seconds(),
          schedule.rateAt(fraction),
          losses[epoch].mean());
    }
  }

  private void awaitAll(CompletionService<Integer> workers, SliceQueue queue, Runnable report)
      throws InterruptedException {
    int ended = 0;
    try {
      for (; ended < execution.threads(); ended++) {
        awaitNext(workers, report);
      }
    } catch (InterruptedException e) {
      if (checkpoints.areKept()) {
        queue.stop();
        for (; ended < execution.threads(); ended++) {
          awaitNext(workers, () -> {});
        }
      }
      throw e;
    }
  }

  /** Waits for whichever worker ends first: one that failed must not wait for the others. */
  private static void awaitNext(CompletionService<Integer> workers, Runnable report)
      throws InterruptedException {
    Future<Integer> ended = workers.poll(REPORT_MILLISECONDS, TimeUnit.MILLISECONDS);
    while (ended == null) {
      report.run();
      ended = workers.poll(REPORT_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
    try {
      ended.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
