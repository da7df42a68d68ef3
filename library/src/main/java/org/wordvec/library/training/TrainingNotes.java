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

/** What is said of a training's stages once they are over. */
public final class TrainingNotes {
  /** The part by which the loss falls from the first to the last epoch of any useful training. */
  private static final double LEAST_FALL = 1e-4;

  private TrainingNotes() {}

  /**
   * Returns the same where pairs of words are trained, and whether subsampling leaves too few.
   *
   * @param fitted what is trained instead of what was asked for
   */
  public static List<String> reading(
      EncodedCorpus corpus, Word2VecConfig config, Word2VecConfig fitted) {
    List<String> notes = TextNotes.reading(corpus);
    if (!fitted.equals(config)) {
      notes.add(
          "so small a text is trained with --sample 0: the default would leave no pair of words");
      return notes;
    }
    int epochs = config.schedule().epochs();
    int empty = epochs - TrainingPairs.epochs(corpus, config);
    if (empty > 0 && empty < epochs) {
      notes.add(
          String.format(
              Locale.ROOT,
              "warning: %d of %d epochs have no pair of words to train: --sample %s leaves out too"
                  + " many",
              empty,
              epochs,
              config.sample()));
    }
    return notes;
  }

  /** What was trained in what time, and whether anything was learnt. */
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
   * Says that nothing was learnt, where the loss shows it: the vectors are the drawn ones still.
   */
  private static Optional<String> unlearnt(TrainingReport report) {
    List<Double> losses = report.losses();
    double first = losses.getFirst();
    double last = losses.getLast();
    boolean measured = losses.size() > 1 && Double.isFinite(first) && Double.isFinite(last);
    return !measured || last < first * (1 - LEAST_FALL)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "warning: next to nothing was learnt: the loss was %.6g in the first epoch and %.6g"
                    + " in the last; is the learning rate right?",
                first,
                last));
  }

  /** Returns what GPUs trained at once, and how often their changes were merged. */
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

  /** Very short runs are over before a loss was measured. */
  private static String losses(List<Double> losses) {
    return losses.stream().allMatch(Double::isFinite)
        ? String.format(
            Locale.ROOT,
            ", loss %.4f in the first and %.4f in the last",
            losses.getFirst(),
            losses.getLast())
        : "";
  }

  /** Returns what checkpoints have cost, for the end of a line; nothing where there were none. */
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
