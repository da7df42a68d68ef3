package org.wordvec.spark.training;

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
import org.wordvec.spark.family.EmptyPart;
import org.wordvec.spark.family.Family;
import org.wordvec.spark.family.PartSource;
import org.wordvec.spark.session.HadoopSettings;
import org.wordvec.spark.session.Jobs;
import org.wordvec.spark.storage.ModelStore;

/**
 * Holds the model in an executor at the beginning of a round, a working copy of it for each running
 * task, and the parts that are trained here.
 *
 * <p>A replica is a cache: any executor can build it again from the stored round and the deltas
 * since. A process holds one, that of the latest run. Safe for use by several tasks at once.
 */
final class Replica {
  private static @Nullable Replica latest;

  private final String run;
  private final Family family;
  private final Vocabulary vocabulary;
  private final List<Matrix> base;
  private final List<ReplicaMatrix> matrices;
  private final Deque<WorkingCopy> idle = new ArrayDeque<>();
  private final Map<Integer, Family.Part> parts = new HashMap<>();
  private int round;

  private Replica(RoundSpec spec) throws IOException {
    this.run = spec.run();
    this.family = spec.model().value().family();
    this.vocabulary = spec.model().value().words().vocabulary();
    this.base = family.start(vocabulary, Arena.ofAuto());
    Momentum momentum = spec.model().value().momentum().value();
    this.matrices =
        base.stream().map(rows -> new ReplicaMatrix(rows, momentum, Arena.ofAuto())).toList();
    this.round = spec.stored();
    if (spec.startsFromFolder()) {
      store(spec, spec.stored()).read(spec.stored() == 0 ? base : withSteps());
      matrices.forEach(ReplicaMatrix::resume);
    }
  }

  /** Returns the replica of a run, advanced to the beginning of the round. */
  static Replica at(RoundSpec spec) throws IOException {
    Replica replica = of(spec);
    replica.advance(spec);
    return replica;
  }

  /** Replaces the latest one if need be; its memory is freed when no task uses it any more. */
  private static synchronized Replica of(RoundSpec spec) throws IOException {
    Replica replica = latest;
    if (replica == null || !replica.run.equals(spec.run()) || replica.isOutside(spec)) {
      latest = null;
      replica = new Replica(spec);
      latest = replica;
    }
    return replica;
  }

  /** Returns whether this cannot advance to the round, as deltas that it lacks are gone. */
  private synchronized boolean isOutside(RoundSpec spec) {
    return round < spec.stored() || round > spec.round();
  }

  private synchronized void advance(RoundSpec spec) {
    while (round < spec.round()) {
      Broadcast<RowDelta[]> next = spec.deltas().get(round - spec.stored());
      for (int matrix = 0; matrix < base.size(); matrix++) {
        advance(matrix, next.value());
      }
      round++;
    }
  }

  private void advance(int matrix, RowDelta[] all) {
    List<RowDelta> deltas = Arrays.stream(all).filter(delta -> delta.matrix() == matrix).toList();
    BitSet moved = matrices.get(matrix).advance(deltas);
    for (WorkingCopy copy : idle) {
      moved.stream()
          .forEach(row -> WorkingCopy.copyRow(base.get(matrix), copy.matrices().get(matrix), row));
    }
  }

  Family family() {
    return family;
  }

  /**
   * Returns the model at the beginning of the latest round, followed by the last steps of its rows.
   */
  List<Matrix> withSteps() {
    return Stream.concat(base.stream(), matrices.stream().map(ReplicaMatrix::steps)).toList();
  }

  /** Returns a part of the work, which is read at the first call. */
  Family.Part part(RoundSpec.Assignment assignment) throws IOException, InterruptedException {
    synchronized (parts) {
      Family.Part part = parts.get(assignment.part());
      if (part == null) {
        part = open(assignment.source());
        parts.put(assignment.part(), part);
      }
      return part;
    }
  }

  private Family.Part open(PartSource source) throws IOException, InterruptedException {
    try {
      return family.open(source, vocabulary, Arena.ofAuto());
    } catch (EmptyCorpusException e) {
      return new EmptyPart();
    }
  }

  /** Returns a copy of the model for one task, until it is released. */
  synchronized WorkingCopy acquire() {
    WorkingCopy copy = idle.poll();
    return copy == null ? new WorkingCopy(base, round) : copy.at(round);
  }

  /** Takes back a copy that equals the model again; a copy of another round is dropped. */
  synchronized void release(WorkingCopy copy) {
    if (copy.round() == round) {
      idle.add(copy);
    }
  }

  /**
   * Checks that the result of a task is still needed.
   *
   * @throws IllegalStateException if the replica has advanced
   */
  synchronized void requireCurrent(WorkingCopy copy) {
    if (copy.round() != round) {
      throw new IllegalStateException("round " + copy.round() + " is over");
    }
  }

  /** Returns the number of threads and the seed for a part. */
  Execution execution(int part) {
    long seed = family.execution().seed();
    return new Execution(
        Jobs.threads(),
        part == 0 ? seed : CounterRandom.draw(CounterRandom.key(seed, -2), part, 0));
  }

  /** Returns the store of a round. */
  static ModelStore store(RoundSpec spec, int round) {
    return new ModelStore(HadoopSettings.of(spec.hadoop()), spec.folder(), round);
  }
}
