package org.wordvec.spark.training;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.spark.family.Family;

/** Trains a part for one round in an executor and returns the row deltas. */
final class RoundTask {
  private RoundTask() {}

  /**
   * Describes a part and its round.
   *
   * @param part its number
   * @param size number of words or entries
   * @param slices number of slices in an epoch
   * @param fingerprint of the part; empty where it was trained
   * @param loss sum over the measured predictions of the round
   * @param predictions number of measured predictions
   * @param location the executor, as Spark's scheduler knows it
   */
  record Report(
      int part,
      long size,
      int slices,
      String fingerprint,
      double loss,
      long predictions,
      String location)
      implements Serializable {}

  /** A report or a delta. */
  record Output(@Nullable Report report, @Nullable RowDelta delta) implements Serializable {}

  /** Reads a part without training it. */
  static Report open(RoundSpec spec, RoundSpec.Assignment assignment)
      throws IOException, InterruptedException {
    Replica replica = Replica.at(spec);
    Family.Part part = replica.part(assignment);
    WorkingCopy copy = replica.acquire();
    int slices = copy.steps(assignment.part(), part, replica).shard().slices();
    replica.release(copy);
    return new Report(assignment.part(), part.size(), slices, part.fingerprint(), 0, 0, location());
  }

  /**
   * Trains a part.
   *
   * @throws DivergedException if the loss is not finite or far too large
   */
  static List<Output> train(RoundSpec spec, RoundSpec.Assignment assignment)
      throws IOException, InterruptedException {
    Replica replica = Replica.at(spec);
    Family.Part part = replica.part(assignment);
    WorkingCopy copy = replica.acquire();
    WorkingCopy.Prepared prepared = copy.steps(assignment.part(), part, replica);
    long all = (long) prepared.shard().slices() * replica.family().schedule().epochs();
    long from = all * spec.round() / spec.rounds();
    long to = all * (spec.round() + 1) / spec.rounds();
    LossMeter loss = run(prepared, replica.family().schedule(), from, to, all);
    requireConverging(loss, part.mostLoss(), from / prepared.shard().slices() + 1);
    List<Output> outputs = new ArrayList<>();
    for (RowDelta delta : copy.takeDeltas(assignment.part())) {
      outputs.add(new Output(null, delta));
    }
    replica.requireCurrent(copy);
    replica.release(copy);
    Report report =
        new Report(
            assignment.part(),
            part.size(),
            prepared.shard().slices(),
            "",
            loss.sum(),
            loss.predictions(),
            location());
    outputs.add(new Output(report, null));
    return outputs;
  }

  private static LossMeter run(
      WorkingCopy.Prepared prepared, Schedule schedule, long from, long to, long all)
      throws IOException, InterruptedException {
    LossMeter total = new LossMeter();
    if (from == to) {
      return total;
    }
    AtomicLong next = new AtomicLong(from);
    int slices = prepared.shard().slices();
    new Workers(prepared.steps().size())
        .run(
            worker -> {
              TrainingLoop.Step step = prepared.steps().get(worker);
              LossMeter own = new LossMeter();
              for (long at = next.getAndIncrement();
                  at < to && !Thread.currentThread().isInterrupted();
                  at = next.getAndIncrement()) {
                float rate = schedule.rateAt((double) at / all);
                step.train(
                    new TrainingLoop.Slice((int) (at / slices), (int) (at % slices), rate), own);
              }
              synchronized (total) {
                total.add(own.sum(), own.predictions());
              }
            });
    return total;
  }

  private static void requireConverging(LossMeter loss, double most, long epoch) {
    if (loss.predictions() > 0 && !(Double.isFinite(loss.mean()) && loss.mean() <= most)) {
      throw new DivergedException(
          String.format(
              Locale.ROOT,
              "training diverged in epoch %d: the loss is %s; lower the learning rate",
              epoch,
              Double.isFinite(loss.mean())
                  ? loss.mean() + ", far above that of a model which has learnt nothing"
                  : "no longer a number"));
    }
  }

  private static String location() {
    SparkEnv environment = SparkEnv.get();
    return "executor_"
        + environment.blockManager().blockManagerId().host()
        + "_"
        + environment.executorId();
  }
}
