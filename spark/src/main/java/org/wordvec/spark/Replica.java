package org.wordvec.spark;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Momentum;
import org.wordvec.corpora.text.EmptyCorpusException;
import org.wordvec.corpora.words.Vocabulary;

/**
 * The model in an executor: as it stood after a round, and a copy for each task at work, which is
 * the same once the task has given back what it changed. With it the parts that were trained here.
 *
 * <p>Nothing of it is needed to go on elsewhere: another executor makes it anew from what was kept
 * and the changes since. A process holds the replica of one run, that of the latest.
 */
final class Replica {
  private static @Nullable Replica latest;

  private final String run;
  private final Family family;
  private final Vocabulary vocabulary;
  private final List<Matrix> base;
  private final List<MovingRows> moving;
  private final Deque<WorkingCopy> idle = new ArrayDeque<>();
  private final Map<Integer, Family.Part> parts = new HashMap<>();
  private int round;

  private Replica(RoundOrder order) throws IOException {
    this.run = order.run();
    this.family = order.model().value().family();
    this.vocabulary = order.model().value().words().vocabulary();
    this.base = family.start(vocabulary, Arena.ofAuto());
    Momentum momentum = order.model().value().momentum();
    this.moving =
        base.stream().map(rows -> new MovingRows(rows, momentum, Arena.ofAuto())).toList();
    this.round = order.kept();
    if (order.startsFromFolder()) {
      kept(order, order.kept()).read(order.kept() == 0 ? base : withSteps());
      moving.forEach(MovingRows::resume);
    }
  }

  /** The replica of a run, brought to where the round begins. */
  static Replica at(RoundOrder order) throws IOException {
    Replica replica = of(order);
    replica.advance(order);
    return replica;
  }

  /** Memory of an older one goes when nobody works on it any more. */
  private static synchronized Replica of(RoundOrder order) throws IOException {
    Replica replica = latest;
    if (replica == null || !replica.run.equals(order.run()) || replica.isOutside(order)) {
      latest = null;
      replica = new Replica(order);
      latest = replica;
    }
    return replica;
  }

  /** Whether this cannot be brought to a round, since changes that it lacks are gone. */
  private synchronized boolean isOutside(RoundOrder order) {
    return round < order.kept() || round > order.round();
  }

  private synchronized void advance(RoundOrder order) {
    while (round < order.round()) {
      Broadcast<Change[]> next = order.changes().get(round - order.kept());
      for (int matrix = 0; matrix < base.size(); matrix++) {
        advance(matrix, next.value());
      }
      round++;
    }
  }

  private void advance(int matrix, Change[] all) {
    List<Change> changes = Arrays.stream(all).filter(change -> change.matrix() == matrix).toList();
    BitSet moved = moving.get(matrix).advance(changes);
    for (WorkingCopy copy : idle) {
      moved.stream()
          .forEach(row -> WorkingCopy.copyRow(base.get(matrix), copy.matrices().get(matrix), row));
    }
  }

  Family family() {
    return family;
  }

  /**
   * The model as it stood when the latest round began, and behind it the last steps of all rows.
   */
  List<Matrix> withSteps() {
    return Stream.concat(base.stream(), moving.stream().map(MovingRows::steps)).toList();
  }

  /** A part of the work, read when it is first asked for. */
  Family.Part part(RoundOrder.Assignment assignment) throws IOException, InterruptedException {
    synchronized (parts) {
      Family.Part part = parts.get(assignment.part());
      if (part == null) {
        part = open(assignment.source());
        parts.put(assignment.part(), part);
      }
      return part;
    }
  }

  private Family.Part open(ShardSource source) throws IOException, InterruptedException {
    try {
      return family.open(source, vocabulary, Arena.ofAuto());
    } catch (EmptyCorpusException e) {
      return new EmptyPart();
    }
  }

  /** A copy of the model for one task. */
  synchronized WorkingCopy take() {
    WorkingCopy copy = idle.poll();
    return copy == null ? new WorkingCopy(base, round) : copy.at(round);
  }

  /** Takes a copy back that is as the model again; one from another round is dropped. */
  synchronized void give(WorkingCopy copy) {
    if (copy.round() == round) {
      idle.add(copy);
    }
  }

  /** Fails if the model has gone on: then this task is no longer waited for. */
  synchronized void check(WorkingCopy copy) {
    if (copy.round() != round) {
      throw new IllegalStateException("round " + copy.round() + " is over");
    }
  }

  /** Threads and a seed for a part. */
  Execution execution(int part) {
    long seed = family.execution().seed();
    return new Execution(
        Jobs.threads(),
        part == 0 ? seed : CounterRandom.draw(CounterRandom.key(seed, -2), part, 0));
  }

  static KeptModel kept(RoundOrder order, int round) {
    return new KeptModel(HadoopSettings.of(order.hadoop()), order.folder(), round);
  }
}
