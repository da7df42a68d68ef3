package org.wordvec.spark.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.RoundSize;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.spark.storage.DamagedRoundException;
import org.wordvec.spark.storage.RoundFolder;
import org.wordvec.spark.storage.RoundState;
import org.wordvec.spark.storage.StoredRound;

/**
 * Trains in rounds: in each, every part is trained from the same model, the deltas of the changed
 * rows are merged range by range of the rows, and the merged deltas are broadcast to all executors.
 * The driver sees the deltas of a round and never the model.
 *
 * <p>A task depends only on the model at the beginning of its round, which any executor can build
 * from the stored round and the deltas since. So where an executor is lost, another one repeats the
 * tasks that were running there, and nothing else.
 */
public final class RoundTraining {
  /** Rounds between two that are stored. */
  public static final int ROUNDS_PER_STORE = 20;

  private final RoundJobs jobs;
  private final RoundFolder folder;
  private final Schedule schedule;
  private final String settings;
  private final long partBytes;
  private final Consumer<String> notes;

  /**
   * Prepares a training.
   *
   * @param settings the folder's rounds can be resumed with the same settings only
   * @param partBytes size of the parts of the text
   * @param notes receives what the user should know
   */
  public RoundTraining(
      RoundJobs jobs,
      RoundFolder folder,
      Schedule schedule,
      String settings,
      long partBytes,
      Consumer<String> notes) {
    this.jobs = jobs;
    this.folder = folder;
    this.schedule = schedule;
    this.settings = settings;
    this.partBytes = partBytes;
    this.notes = notes;
  }

  /**
   * The result of a training, whose model is in the folder.
   *
   * @param lastRound round of the model
   * @param size number of words or entries
   */
  public record Outcome(int lastRound, long size, TrainingReport report) {}

  /**
   * Trains to the end, from the newest stored round if there is one.
   *
   * @param roundSize words or entries that each part trains in a round; 0 to choose
   * @throws IllegalArgumentException if the folder's rounds are those of another training or text
   * @throws NothingToTrainException if the parts are empty
   */
  public Outcome run(long roundSize, Progress progress) throws IOException {
    Opened start = start();
    int first = start.at().round();
    long size = start.parts().stream().mapToLong(RoundTask.Report::size).sum();
    int rounds = rounds(start.parts(), roundSize, schedule.epochs());
    TrainingCurve curve = new TrainingCurve(start.at(), schedule, rounds, size, progress);
    for (int round = first; round < rounds; round++) {
      curve.add(round, jobs.train(round, rounds));
      if (round + 1 == rounds) {
        curve.requirePredictions();
      }
      if ((round + 1) % ROUNDS_PER_STORE == 0 || round + 1 == rounds) {
        folder.begin(round + 1);
        jobs.store(round + 1, rounds);
        folder.commit(new StoredRound(curve.state(round + 1), settings, start.text(), partBytes));
        jobs.startFrom(round + 1);
      }
    }
    return new Outcome(rounds, size, curve.report());
  }

  /**
   * Parts that have been read, at the beginning of a round.
   *
   * @param text a checksum of all parts
   */
  private record Opened(RoundState at, List<RoundTask.Report> parts, String text) {}

  /** Opens the parts at the newest intact round. */
  private Opened start() throws IOException {
    List<DamagedRoundException> damages = new ArrayList<>();
    for (int round : folder.rounds()) {
      try {
        Opened opened = resume(round);
        damages.forEach(
            damage ->
                notes.accept(damage.getMessage() + "; resuming from round " + round + " instead"));
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
    List<RoundTask.Report> opened = jobs.open(0);
    return new Opened(RoundState.BEGINNING, opened, text(opened));
  }

  private Opened resume(int round) throws IOException {
    StoredRound stored = folder.read(round);
    if (!stored.settings().equals(settings)) {
      throw new IllegalArgumentException(
          "cannot resume: "
              + folder.path()
              + " holds rounds of a training with other settings; give another --round-folder");
    }
    List<RoundTask.Report> opened = jobs.open(round);
    String text = text(opened);
    if (!stored.text().equals(text)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot resume: corpus text: %s in the rounds of %s, %s now; give the text that they"
                  + " were trained on, or another --round-folder",
              stored.text(),
              folder.path(),
              text));
    }
    return new Opened(stored.at(), opened, text);
  }

  private static String text(List<RoundTask.Report> parts) {
    CRC32C checksum = new CRC32C();
    parts.stream()
        .sorted(Comparator.comparingInt(RoundTask.Report::part))
        .forEach(part -> checksum.update((part.fingerprint() + "\n").getBytes(UTF_8)));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /** Returns the number of rounds in which the longest part trains about the wanted size each. */
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
}
