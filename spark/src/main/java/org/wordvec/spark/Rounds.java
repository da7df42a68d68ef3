package org.wordvec.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.RoundSize;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.TrainingReport;
import scala.Tuple2;

/**
 * Trains in rounds: every part is trained for a while from the same model, the rows that have
 * changed are merged range by range of the rows, and the merged changes are handed to all
 * executors. The driver sees the changes of a round and never the model.
 *
 * <p>A task depends on the model at the beginning of its round alone, which any executor can make
 * from what was kept and the changes since. So what an executor was doing when it was lost is done
 * again by another, and no more.
 */
final class Rounds {
  /** Rounds between two models that are kept. */
  static final int BETWEEN_KEPT = 20;

  private final JavaSparkContext context;
  private final Traffic traffic;
  private final RoundOrder.Model model;
  private final Broadcast<RoundOrder.Model> shared;
  private final RunFolder folder;
  private final Map<String, String> hadoop;
  private final String settings;
  private final Consumer<String> notes;
  private final List<Broadcast<Change[]>> changes = new ArrayList<>();
  private int kept;

  /**
   * Prepares a training.
   *
   * @param settings that must be the same where it goes on
   * @param notes hears of what the user should know
   */
  Rounds(
      JavaSparkContext context,
      Traffic traffic,
      RoundOrder.Model model,
      RunFolder folder,
      String settings,
      Consumer<String> notes) {
    this.context = context;
    this.traffic = traffic;
    this.model = model;
    this.shared = context.broadcast(model);
    this.folder = folder;
    this.settings = settings;
    this.notes = notes;
    this.hadoop = HadoopSettings.changed(context.hadoopConfiguration());
  }

  /** What a training came to; the model is in the folder as its last round. */
  record Outcome(int lastRound, long size, TrainingReport report) {}

  /**
   * Trains to the end, or on from where the folder says.
   *
   * @param sources the parts
   * @param partBytes how large the parts of the text were made
   * @param roundSize words or entries that each part trains in a round; 0 to choose
   * @throws IllegalArgumentException if the folder's rounds are those of another training or text
   */
  Outcome run(List<ShardSource> sources, long partBytes, long roundSize, Progress progress)
      throws IOException {
    List<RoundOrder.Assignment> parts = new ArrayList<>();
    for (ShardSource source : sources) {
      parts.add(new RoundOrder.Assignment(parts.size(), source, null));
    }
    Schedule schedule = model.family().schedule();
    Opened start = start(parts);
    RoundState state = start.at();
    List<RoundTask.Report> opened = start.parts();
    kept = state.round();
    long size = opened.stream().mapToLong(RoundTask.Report::size).sum();
    int rounds = rounds(opened, roundSize, schedule.epochs());
    Course course = new Course(state, schedule, rounds, size, progress);
    for (int round = kept; round < rounds; round++) {
      List<RoundTask.Report> reports = round(parts, round, rounds);
      course.add(round, reports);
      if (round + 1 == rounds) {
        course.requireLearnt();
      }
      if ((round + 1) % BETWEEN_KEPT == 0 || round + 1 == rounds) {
        folder.begin(round + 1);
        keep(round + 1, rounds);
        folder.keep(new KeptRound(course.state(round + 1), settings, start.text(), partBytes));
        forget(round + 1);
      }
    }
    return new Outcome(rounds, size, course.report());
  }

  /**
   * Parts that have been read, at the beginning of a round.
   *
   * @param text a checksum of all parts
   */
  private record Opened(RoundState at, List<RoundTask.Report> parts, String text) {}

  /** Opens the parts at the newest round that is whole. */
  private Opened start(List<RoundOrder.Assignment> parts) throws IOException {
    List<DamagedRoundException> damages = new ArrayList<>();
    for (int round : folder.rounds()) {
      try {
        Opened opened = resume(parts, round);
        damages.forEach(
            damage ->
                notes.accept(damage.getMessage() + "; going on from round " + round + " instead"));
        return opened;
      } catch (DamagedRoundException e) {
        damages.add(e);
      }
    }
    if (!damages.isEmpty()) {
      DamagedRoundException newest = damages.getFirst();
      throw new IOException(
          newest.getMessage()
              + (damages.size() > 1 ? ", and the round before it is damaged too" : "")
              + "; to train from the beginning, remove "
              + folder.path(),
          newest);
    }
    List<RoundTask.Report> opened = open(parts, 0);
    return new Opened(RoundState.BEGINNING, opened, text(opened));
  }

  private Opened resume(List<RoundOrder.Assignment> parts, int round) throws IOException {
    KeptRound at = folder.read(round);
    if (!at.settings().equals(settings)) {
      throw new IllegalArgumentException(
          "cannot resume: "
              + folder.path()
              + " holds rounds of a training with other settings; give another --round-folder");
    }
    kept = round;
    List<RoundTask.Report> opened = open(parts, round);
    String text = text(opened);
    if (!at.text().equals(text)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot resume: corpus text: %s in the rounds of %s, %s now; give the text that they"
                  + " were trained on, or another --round-folder",
              at.text(),
              folder.path(),
              text));
    }
    return new Opened(at.at(), opened, text);
  }

  private static String text(List<RoundTask.Report> parts) {
    CRC32C checksum = new CRC32C();
    parts.stream()
        .sorted(Comparator.comparingInt(RoundTask.Report::part))
        .forEach(part -> checksum.update((part.fingerprint() + "\n").getBytes(UTF_8)));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private List<RoundTask.Report> open(List<RoundOrder.Assignment> parts, int round)
      throws IOException {
    RoundOrder order = order(round, 1);
    List<RoundTask.Report> reports =
        Jobs.run(
            () -> Placed.tasks(context, parts).map(part -> RoundTask.open(order, part)).collect());
    place(parts, reports);
    return reports;
  }

  /** So many that the longest part trains about the wanted number in each. */
  private static int rounds(List<RoundTask.Report> parts, long roundSize, int epochs) {
    long most = parts.stream().mapToLong(RoundTask.Report::size).max().orElse(0);
    int slices = parts.stream().mapToInt(RoundTask.Report::slices).max().orElse(0);
    if (slices == 0) {
      throw new NothingToTrainException("there is nothing to train on");
    }
    long all = most * epochs;
    long size = roundSize > 0 ? roundSize : RoundSize.of(all, RoundSize.LONGEST);
    return (int) Math.min(RoundSize.rounds(all, size), (long) slices * epochs);
  }

  private List<RoundTask.Report> round(List<RoundOrder.Assignment> parts, int round, int rounds)
      throws IOException {
    RoundOrder order = order(round, rounds);
    int reducers = Math.max(1, Math.min(parts.size() * 2, context.defaultParallelism() * 2));
    List<RoundTask.Answer> answers =
        Jobs.run(
            () ->
                Placed.tasks(context, parts)
                    .flatMapToPair(
                        part ->
                            RoundTask.train(order, part).stream()
                                .map(answer -> new Tuple2<>(key(answer), answer))
                                .iterator())
                    .groupByKey(reducers)
                    .flatMap(group -> merged(group._2()).iterator())
                    .collect());
    List<RoundTask.Report> reports =
        answers.stream().map(RoundTask.Answer::report).filter(java.util.Objects::nonNull).toList();
    Change[] merged =
        answers.stream()
            .map(RoundTask.Answer::change)
            .filter(java.util.Objects::nonNull)
            .toArray(Change[]::new);
    traffic.broadcast(Arrays.stream(merged).mapToLong(Change::bytes).sum());
    changes.add(context.broadcast(merged));
    place(parts, reports);
    return reports;
  }

  /** Changes of the same rows meet in one reducer; reports go anywhere. */
  private static Long key(RoundTask.Answer answer) {
    Change change = answer.change();
    RoundTask.Report report = answer.report();
    return change != null
        ? ((long) change.matrix() << Integer.SIZE) | (change.rows()[0] / WorkingCopy.RANGE)
        : report == null ? 0L : -1L - report.part();
  }

  private static List<RoundTask.Answer> merged(Iterable<RoundTask.Answer> group) {
    List<RoundTask.Answer> merged = new ArrayList<>();
    List<Change> found = new ArrayList<>();
    for (RoundTask.Answer answer : group) {
      Change change = answer.change();
      if (change == null) {
        merged.add(answer);
      } else {
        found.add(change);
      }
    }
    if (!found.isEmpty()) {
      merged.add(new RoundTask.Answer(null, ChangeSum.of(found)));
    }
    return merged;
  }

  private static void place(List<RoundOrder.Assignment> parts, List<RoundTask.Report> reports) {
    for (RoundTask.Report report : reports) {
      RoundOrder.Assignment before = parts.get(report.part());
      parts.set(
          report.part(), new RoundOrder.Assignment(before.part(), before.source(), report.place()));
    }
  }

  private RoundOrder order(int round, int rounds) {
    return new RoundOrder(
        folder.run(), round, rounds, shared, kept, folder.path(), hadoop, List.copyOf(changes));
  }

  /** Has the executors write the model, each some of its rows. */
  private void keep(int round, int rounds) throws IOException {
    RoundOrder order = order(round, rounds);
    int writers = Math.max(1, context.defaultParallelism());
    Jobs.run(
        () ->
            context
                .parallelize(IntStream.range(0, writers).boxed().toList(), writers)
                .map(writer -> write(order, writer, writers))
                .collect());
  }

  private static int write(RoundOrder order, int writer, int writers) throws IOException {
    Replica replica = Replica.at(order);
    KeptModel target = Replica.kept(order, order.round());
    int file = 0;
    List<Matrix> all = replica.withSteps();
    for (int matrix = 0; matrix < all.size(); matrix++) {
      int files = KeptModel.files(all.get(matrix).rows());
      for (int number = 0; number < files; number++) {
        if (file++ % writers == writer) {
          target.write(all.get(matrix), matrix, number);
        }
      }
    }
    return writer;
  }

  /** Changes before this round are needed no more, nor is what was kept before the last. */
  private void forget(int round) throws IOException {
    int before = kept;
    kept = round;
    List<@Nullable Broadcast<Change[]>> old = new ArrayList<>(changes);
    changes.clear();
    old.forEach(change -> java.util.Objects.requireNonNull(change).destroy());
    folder.forgetAllBut(round, before);
  }
}
