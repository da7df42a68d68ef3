package org.wordvec.compute.cuda;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.Momentum;
import org.wordvec.compute.training.MomentumRows;
import org.wordvec.compute.training.TrainingLoop;

/**
 * Trains a model on several GPUs in rounds: each trains its share of a round from the same model,
 * on a thread of its own; then their changes are merged, as {@link Momentum} says, and all have the
 * model again. Between two rounds the model is in this process, so that a checkpoint has nothing to
 * fetch and the loop sees divergence.
 */
final class MergedDevices implements DeviceModel {
  private static final String STEPS = "-steps";

  private final List<DevicePart> devices;
  private final List<Part> parts = new ArrayList<>();
  private final List<MergedMatrix> matrices = new ArrayList<>();
  private final ExecutorService threads;
  private long rounds;
  private double mergeSeconds;

  MergedDevices(List<? extends DevicePart> devices, List<Part> model, int summed, Arena arena) {
    this.devices = List.copyOf(devices);
    Momentum momentum = Momentum.of(devices.size(), summed);
    List<Part> steps = new ArrayList<>();
    for (int i = 0; i < model.size(); i++) {
      Part part = model.get(i);
      int number = i;
      MomentumRows rows = new MomentumRows(part.matrix(), momentum, arena);
      parts.add(part);
      steps.add(new Part(part.name() + STEPS, rows.steps()));
      matrices.add(
          new MergedMatrix(
              rows, devices.stream().map(device -> device.matrices().get(number)).toList()));
    }
    // With the model a checkpoint keeps how its rows move.
    parts.addAll(steps);
    this.threads =
        Executors.newFixedThreadPool(
            devices.size(), Thread.ofPlatform().daemon().name("gpu-", 0).factory());
  }

  @Override
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  @Override
  public void distribute() {
    matrices.forEach(MergedMatrix::distribute);
  }

  @Override
  public TrainingLoop.Step step() {
    return this::train;
  }

  /** Trains a round to its end, also where the calling thread is interrupted meanwhile. */
  private void train(TrainingLoop.Slice round, LossMeter loss) {
    List<Future<LossMeter>> training =
        devices.stream().map(device -> threads.submit(task(device, round))).toList();
    for (LossMeter own : results(training)) {
      loss.add(own.sum(), own.predictions());
    }
    long begun = System.nanoTime();
    matrices.forEach(MergedMatrix::merge);
    rounds++;
    mergeSeconds += 1e-9 * (System.nanoTime() - begun);
  }

  private static Callable<LossMeter> task(DevicePart device, TrainingLoop.Slice round) {
    return () -> {
      LossMeter own = new LossMeter();
      device.train(round, own);
      return own;
    };
  }

  /** Waits for all and returns their losses; throws what the first that failed threw. */
  private static List<LossMeter> results(List<Future<LossMeter>> training) {
    List<LossMeter> results = new ArrayList<>();
    @Nullable Throwable failure = null;
    boolean interrupted = false;
    for (Future<LossMeter> one : training) {
      while (true) {
        try {
          results.add(one.get());
        } catch (InterruptedException e) {
          interrupted = true;
          continue;
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
        }
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
    return results;
  }

  @Override
  public DeviceTimes times() {
    List<DeviceTimes> all =
        devices.stream()
            .map(device -> device.monitor().times(device.inFlight(), device.textSeconds()))
            .toList();
    DeviceTimes first = all.getFirst();
    return new DeviceTimes(
        devices.stream()
            .map(device -> Integer.toString(device.context().device().index()))
            .collect(Collectors.joining(",", "cuda:", "")),
        all.stream().map(DeviceTimes::name).distinct().collect(Collectors.joining(", ")),
        first.inFlight(),
        all.stream().mapToDouble(DeviceTimes::kernelSeconds).max().orElseThrow(),
        all.stream().mapToDouble(DeviceTimes::copySeconds).max().orElseThrow(),
        all.stream().mapToDouble(DeviceTimes::hostSeconds).max().orElseThrow(),
        new DeviceTimes.Merging(rounds, mergeSeconds));
  }

  @Override
  public void close() {
    threads.close();
  }
}
