package org.wordvec.library.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.compute.training.CheckpointPauses;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.library.Quantity;
import org.wordvec.library.text.TextNotes;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2VecConfig;

/** Creates notes about the stages of a training. */
public final class TrainingNotes {
  /**
   * Smallest relative decrease of the loss from the first to the last epoch of a useful training.
   */
  private static final double MINIMUM_DECREASE = 1e-4;

  private TrainingNotes() {}

  /**
   * Returns notes on the text of a training, and whether subsampling leaves too few pairs of words.
   *
   * @param fitted the configuration used, which may differ from the requested one for small texts
   */
  public static List<String> reading(
      EncodedCorpus corpus, Word2VecConfig config, Word2VecConfig fitted) {
    List<String> notes = TextNotes.reading(corpus);
    if (!fitted.equals(config)) {
      notes.add("using --sample 0 for this small text: the default would leave no pair of words");
      return notes;
    }
    int epochs = config.schedule().epochs();
    int empty = epochs - TrainingPairs.epochs(corpus, config);
    if (empty > 0 && empty < epochs) {
      notes.add(
          String.format(
              Locale.ROOT,
              "warning: %d of %d epochs have no pair of words to train: --sample %s drops too many"
                  + " words",
              empty,
              epochs,
              config.sample()));
    }
    return notes;
  }

  /** Returns notes on the speed of a training, and whether anything was learnt. */
  static List<String> trained(TrainingReport report, Unit unit) {
    List<String> notes = new ArrayList<>();
    notes.add(speed(report, unit));
    unlearnt(report).ifPresent(notes::add);
    report.device().map(times -> device(times, unit.atOnce())).ifPresent(notes::add);
    return notes;
  }

  private static String speed(TrainingReport report, Unit unit) {
    return String.format(
            Locale.ROOT,
            "trained %s in %.1f s, %s %s/s",
            Quantity.of(report.losses().size(), "epoch"),
            report.seconds(),
            Quantity.of(report.tokensPerSecond()),
            unit)
        + losses(report.losses())
        + cost(report.pauses());
  }

  /**
   * Returns a warning if the loss shows that nothing was learnt and the vectors are still the
   * initial ones.
   */
  private static Optional<String> unlearnt(TrainingReport report) {
    List<Double> losses = report.losses();
    double first = losses.getFirst();
    double last = losses.getLast();
    boolean measured = losses.size() > 1 && Double.isFinite(first) && Double.isFinite(last);
    return !measured || last < first * (1 - MINIMUM_DECREASE)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "warning: almost nothing was learnt: the loss was %.6g in the first epoch and %.6g"
                    + " in the last; is the learning rate right?",
                first,
                last));
  }

  /**
   * Returns a note on how much the GPUs trained at the same time, and how often their changes were
   * merged.
   */
  private static String device(DeviceTimes times, String atOnce) {
    DeviceTimes.InFlight inFlight = times.inFlight();
    DeviceTimes.Merging merging = times.merging();
    return String.format(
            Locale.ROOT,
            "%s (%s) trained %s at once%s",
            times.device(),
            times.name(),
            Quantity.of(inFlight.count(), atOnce),
            inFlight.count() < inFlight.wanted()
                ? String.format(Locale.ROOT, ": no more fit, of %,d wanted", inFlight.wanted())
                : "")
        + (merging.rounds() > 0
            ? String.format(
                Locale.ROOT,
                ", and merged %s in %.1f s",
                Quantity.of(merging.rounds(), "round"),
                merging.seconds())
            : "");
  }

  /** Returns the losses, or nothing for very short runs without a measured loss. */
  private static String losses(List<Double> losses) {
    return losses.stream().allMatch(Double::isFinite)
        ? String.format(
            Locale.ROOT,
            ", loss %.4f in the first and %.4f in the last",
            losses.getFirst(),
            losses.getLast())
        : "";
  }

  /** Returns the number and time of checkpoints, or nothing if there were none. */
  private static String cost(CheckpointPauses pauses) {
    return pauses.count() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", %d %s in %.2f s",
            pauses.count(),
            pauses.count() == 1 ? "checkpoint" : "checkpoints",
            pauses.seconds());
  }
}
