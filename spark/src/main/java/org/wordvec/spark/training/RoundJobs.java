package org.wordvec.spark.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.spark.family.PartSource;
import org.wordvec.spark.session.HadoopSettings;
import org.wordvec.spark.session.Jobs;
import org.wordvec.spark.session.TrafficMeter;
import org.wordvec.spark.storage.ModelStore;
import org.wordvec.spark.storage.RoundFolder;
import scala.Tuple2;

/**
 * Runs the Spark jobs of a training in rounds: opening the parts, training a round, storing the
 * model. Remembers where each part was trained and the row deltas since the stored round.
 */
public final class RoundJobs {
  private final JavaSparkContext context;
  private final TrafficMeter traffic;
  private final Broadcast<RoundSpec.Model> model;
  private final RoundFolder folder;
  private final Map<String, String> hadoop;
  private final List<RoundSpec.Assignment> parts = new ArrayList<>();
  private final List<Broadcast<RowDelta[]>> deltas = new ArrayList<>();
  private int stored;

  /** Prepares the jobs for a training of these parts. */
  public RoundJobs(
      JavaSparkContext context,
      TrafficMeter traffic,
      RoundSpec.Model model,
      RoundFolder folder,
      List<PartSource> sources) {
    this.context = context;
    this.traffic = traffic;
    this.model = context.broadcast(model);
    this.folder = folder;
    this.hadoop = HadoopSettings.changed(context.hadoopConfiguration());
    for (PartSource source : sources) {
      parts.add(new RoundSpec.Assignment(parts.size(), source, null));
    }
  }

  /** Reads all parts, and the model of a stored round; 0 for the beginning. */
  List<RoundTask.Report> open(int round) throws IOException {
    stored = round;
    RoundSpec spec = spec(round, 1);
    List<RoundTask.Report> reports =
        Jobs.run(
            () ->
                PinnedPartitions.of(context, parts)
                    .map(part -> RoundTask.open(spec, part))
                    .collect());
    locate(reports);
    return reports;
  }

  /** Trains all parts for a round and broadcasts the merged row deltas. */
  List<RoundTask.Report> train(int round, int rounds) throws IOException {
    RoundSpec spec = spec(round, rounds);
    int reducers = Math.max(1, Math.min(parts.size() * 2, context.defaultParallelism() * 2));
    List<RoundTask.Output> outputs =
        Jobs.run(
            () ->
                PinnedPartitions.of(context, parts)
                    .flatMapToPair(
                        part ->
                            RoundTask.train(spec, part).stream()
                                .map(output -> new Tuple2<>(key(output), output))
                                .iterator())
                    .groupByKey(reducers)
                    .flatMap(group -> merged(group._2()).iterator())
                    .collect());
    List<RoundTask.Report> reports =
        outputs.stream().map(RoundTask.Output::report).filter(Objects::nonNull).toList();
    RowDelta[] merged =
        outputs.stream()
            .map(RoundTask.Output::delta)
            .filter(Objects::nonNull)
            .toArray(RowDelta[]::new);
    traffic.broadcast(Arrays.stream(merged).mapToLong(RowDelta::bytes).sum());
    deltas.add(context.broadcast(merged));
    locate(reports);
    return reports;
  }

  /** Returns the same key for deltas of the same rows, and one of its own for each report. */
  private static Long key(RoundTask.Output output) {
    RowDelta delta = output.delta();
    RoundTask.Report report = output.report();
    return delta != null
        ? ((long) delta.matrix() << Integer.SIZE) | (delta.rows()[0] / WorkingCopy.RANGE)
        : report == null ? 0L : -1L - report.part();
  }

  private static List<RoundTask.Output> merged(Iterable<RoundTask.Output> group) {
    List<RoundTask.Output> merged = new ArrayList<>();
    List<RowDelta> found = new ArrayList<>();
    for (RoundTask.Output output : group) {
      RowDelta delta = output.delta();
      if (delta == null) {
        merged.add(output);
      } else {
        found.add(delta);
      }
    }
    if (!found.isEmpty()) {
      merged.add(new RoundTask.Output(null, RowDeltaSum.of(found)));
    }
    return merged;
  }

  /** Remembers the executors of the parts. */
  private void locate(List<RoundTask.Report> reports) {
    for (RoundTask.Report report : reports) {
      parts.set(
          report.part(),
          new RoundSpec.Assignment(
              report.part(), parts.get(report.part()).source(), report.location()));
    }
  }

  /** Lets the executors write the model, each some of its rows. */
  void store(int round, int rounds) throws IOException {
    RoundSpec spec = spec(round, rounds);
    int writers = Math.max(1, context.defaultParallelism());
    Jobs.run(
        () ->
            context
                .parallelize(IntStream.range(0, writers).boxed().toList(), writers)
                .map(writer -> write(spec, writer, writers))
                .collect());
  }

  private static int write(RoundSpec spec, int writer, int writers) throws IOException {
    Replica replica = Replica.at(spec);
    ModelStore target = Replica.store(spec, spec.round());
    int file = 0;
    List<Matrix> all = replica.withSteps();
    for (int matrix = 0; matrix < all.size(); matrix++) {
      int files = ModelStore.files(all.get(matrix).rows());
      for (int number = 0; number < files; number++) {
        if (file++ % writers == writer) {
          target.write(all.get(matrix), matrix, number);
        }
      }
    }
    return writer;
  }

  /** Starts from a stored round from now on: deletes older deltas and rounds. */
  void startFrom(int round) throws IOException {
    int before = stored;
    stored = round;
    List<@Nullable Broadcast<RowDelta[]>> old = new ArrayList<>(deltas);
    deltas.clear();
    old.forEach(delta -> Objects.requireNonNull(delta).destroy());
    folder.deleteAllBut(round, before);
  }

  private RoundSpec spec(int round, int rounds) {
    return new RoundSpec(
        folder.run(), round, rounds, model, stored, folder.path(), hadoop, List.copyOf(deltas));
  }
}
