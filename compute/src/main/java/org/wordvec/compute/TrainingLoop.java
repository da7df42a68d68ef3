package org.wordvec.compute;

import java.util.Arrays;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Runs the steps of a model family over all slices of all epochs, on a number of threads that share
 * the matrices without locks (Hogwild, Recht et al. 2011).
 *
 * <p>Owns what all families share: the order of the slices, the learning rate, progress, loss,
 * interruption and the check for divergence. Threads take the next slice from a counter, and no
 * epoch waits for the end of the one before. With one thread the slices come in order and a run is
 * reproducible to the bit.
 */
public final class TrainingLoop {
  private static final long REPORT_MILLISECONDS = 100;

  private final Schedule schedule;
  private final Execution execution;
  private final long slicesPerEpoch;
  private final long slices;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final LossMeter[] losses;

  /** Trains one slice after another; belongs to one thread. */
  @FunctionalInterface
  public interface Step {
    /** Trains a slice and measures the loss of some of its predictions. */
    void train(Slice slice, LossMeter loss);
  }

  /**
   * A unit of work.
   *
   * @param epoch from 0
   * @param index of the slice in its epoch, from 0
   * @param rate the learning rate for all of it
   */
  public record Slice(int epoch, int index, float rate) {}

  /**
   * For so many slices an epoch.
   *
   * @throws IllegalArgumentException if there are none
   */
  public TrainingLoop(Schedule schedule, Execution execution, int slicesPerEpoch) {
    if (slicesPerEpoch < 1) {
      throw new IllegalArgumentException("there is nothing to train on");
    }
    this.schedule = schedule;
    this.execution = execution;
    this.slicesPerEpoch = slicesPerEpoch;
    this.slices = (long) slicesPerEpoch * schedule.epochs();
    this.losses = new LossMeter[schedule.epochs()];
    Arrays.setAll(losses, epoch -> new LossMeter());
  }

  /**
   * Trains to the end. A loop runs once.
   *
   * @param newStep makes a step for each thread
   * @param tokens raw tokens of an epoch, for the report and the progress
   * @throws DivergedException if a loss becomes infinite or NaN
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrainingReport run(Supplier<Step> newStep, long tokens, Progress progress)
      throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            execution.threads(), Thread.ofPlatform().daemon().name("training-", 0).factory());
    long start = System.nanoTime();
    try {
      CompletionService<Integer> workers = new ExecutorCompletionService<>(threads);
      for (int worker = 0; worker < execution.threads(); worker++) {
        Step step = newStep.get();
        workers.submit(() -> work(step), worker);
      }
      for (int ended = 0; ended < execution.threads(); ended++) {
        awaitNext(workers, () -> progress.report(snapshot(tokens, start)));
      }
      double seconds = 1e-9 * (System.nanoTime() - start);
      progress.report(snapshot(tokens, start));
      return new TrainingReport(
          seconds, tokens, Arrays.stream(losses).map(LossMeter::mean).toList());
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }

  private void work(Step step) {
    LossMeter meter = new LossMeter();
    for (long slice = next.getAndIncrement();
        slice < slices && !Thread.currentThread().isInterrupted();
        slice = next.getAndIncrement()) {
      int epoch = (int) (slice / slicesPerEpoch);
      float rate = schedule.rateAt((double) slice / slices);
      step.train(new Slice(epoch, (int) (slice % slicesPerEpoch), rate), meter);
      count(epoch, meter);
      finished.incrementAndGet();
    }
  }

  private void count(int epoch, LossMeter meter) {
    if (!meter.isEmpty() && !Double.isFinite(meter.mean())) {
      next.set(slices);
      throw new DivergedException(
          "training diverged in epoch "
              + (epoch + 1)
              + ": the loss is no longer a number; lower the learning rate");
    }
    synchronized (losses) {
      losses[epoch].drain(meter);
    }
  }

  private Progress.Snapshot snapshot(long tokens, long start) {
    double fraction = (double) finished.get() / slices;
    int epoch = (int) Math.min(schedule.epochs() - 1, finished.get() / slicesPerEpoch);
    long total = tokens * schedule.epochs();
    synchronized (losses) {
      return new Progress.Snapshot(
          epoch + 1,
          schedule.epochs(),
          Math.round(fraction * total),
          total,
          1e-9 * (System.nanoTime() - start),
          schedule.rateAt(fraction),
          losses[epoch].mean());
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
