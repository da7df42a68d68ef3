package org.wordvec.spark;

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

/** What an executor does in a round: trains a part for a while and tells what changed. */
final class RoundTask {
  private RoundTask() {}

  /**
   * What a part has to say besides its changes.
   *
   * @param part its number
   * @param size words or entries
   * @param slices in an epoch
   * @param fingerprint of the part, where it was opened and not trained
   * @param loss sum over the measured predictions of the round
   * @param predictions how many those were
   * @param place the executor, as Spark's scheduler knows it
   */
  record Report(
      int part,
      long size,
      int slices,
      String fingerprint,
      double loss,
      long predictions,
      String place)
      implements Serializable {}

  /** A report or a change. */
  record Answer(@Nullable Report report, @Nullable Change change) implements Serializable {}

  /** Reads a part without training it. */
  static Report open(RoundOrder order, RoundOrder.Assignment assignment)
      throws IOException, InterruptedException {
    Replica replica = Replica.at(order);
    Family.Part part = replica.part(assignment);
    WorkingCopy copy = replica.take();
    int slices = copy.steps(assignment.part(), part, replica).shard().slices();
    replica.give(copy);
    return new Report(assignment.part(), part.size(), slices, part.fingerprint(), 0, 0, place());
  }

  /** Trains a part. */
  static List<Answer> train(RoundOrder order, RoundOrder.Assignment assignment)
      throws IOException, InterruptedException {
    Replica replica = Replica.at(order);
    Family.Part part = replica.part(assignment);
    WorkingCopy copy = replica.take();
    WorkingCopy.Prepared prepared = copy.steps(assignment.part(), part, replica);
    long all = (long) prepared.shard().slices() * replica.family().schedule().epochs();
    long from = all * order.round() / order.rounds();
    long to = all * (order.round() + 1) / order.rounds();
    LossMeter loss = run(prepared, replica.family().schedule(), from, to, all);
    requireSound(loss, part.mostLoss(), from / prepared.shard().slices() + 1);
    List<Answer> answers = new ArrayList<>();
    for (Change change : copy.takeChanges(assignment.part())) {
      answers.add(new Answer(null, change));
    }
    replica.check(copy);
    replica.give(copy);
    Report report =
        new Report(
            assignment.part(),
            part.size(),
            prepared.shard().slices(),
            "",
            loss.sum(),
            loss.predictions(),
            place());
    answers.add(new Answer(report, null));
    return answers;
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

  private static void requireSound(LossMeter loss, double most, long epoch) {
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

  private static String place() {
    SparkEnv environment = SparkEnv.get();
    return "executor_"
        + environment.blockManager().blockManagerId().host()
        + "_"
        + environment.executorId();
  }
}
