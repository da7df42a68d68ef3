package org.wordvec.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wordvec.cli.base.Quantity;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.phrases.PhraseConfig;
import org.wordvec.corpora.phrases.Phrases;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2VecConfig;

/** What is said of a training's stages once they are over. */
public final class TrainingNotes {
  private static final int FIRST_WORDS = 12;
  private static final int LONGEST_WORD = 20;

  /** The part by which the loss falls from the first to the last epoch of any useful training. */
  private static final double LEAST_FALL = 1e-4;

  private TrainingNotes() {}

  /** What was read, how it begins, and what looks wrong with it. */
  public static List<String> reading(EncodedCorpus corpus) {
    List<String> notes = new ArrayList<>();
    notes.add(read(corpus));
    notes.add("first words: " + firstWords(corpus));
    notes.addAll(TextWarnings.of(corpus));
    return notes;
  }

  /**
   * The same where pairs of words are trained, and whether subsampling leaves too few.
   *
   * @param fitted what is trained instead of what was asked for
   */
  public static List<String> reading(
      EncodedCorpus corpus, Word2VecConfig config, Word2VecConfig fitted) {
    List<String> notes = reading(corpus);
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

  private static String firstWords(EncodedCorpus corpus) {
    int[] ids = new int[(int) Math.min(FIRST_WORDS, corpus.encodedTokens())];
    corpus.copyIds(0, ids, ids.length);
    StringBuilder words = new StringBuilder();
    for (int id : ids) {
      String word = corpus.vocabulary().words().word(id);
      words.append(words.isEmpty() ? "" : " ");
      words.append(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word);
    }
    return words.toString();
  }

  private static String read(EncodedCorpus corpus) {
    EncodedCorpus.Reading reading = corpus.reading();
    return String.format(
        Locale.ROOT,
        "read %s, kept %,d of %s (%.1f %% of the text) in %.1f s",
        Quantity.of(reading.tokens(), "token"),
        corpus.vocabulary().size(),
        Quantity.of(reading.distinctWords(), "word"),
        100.0 * corpus.encodedTokens() / reading.tokens(),
        reading.vocabularySeconds() + reading.encodeSeconds());
  }

  /** Which phrases were found first, or what none of them reached. */
  static String phrases(Phrases.Joined joined, PhraseConfig config) {
    List<Phrases.Found> found = joined.found();
    if (found.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "found no phrases: of the pairs of words that occur %,d times or more, none scores more"
              + " than %s",
          config.minimumCount(),
          config.thresholds().getFirst());
    }
    return String.format(
        Locale.ROOT,
        "found %s in %.1f s: %s%s",
        Quantity.of(found.size(), "phrase"),
        joined.seconds(),
        found.stream()
            .limit(FIRST_WORDS)
            .map(Phrases.Found::phrase)
            .collect(Collectors.joining(" ")),
        found.size() > FIRST_WORDS ? " …" : "");
  }

  public static String counted(long entries, double seconds) {
    return String.format(
        Locale.ROOT,
        "counted %,d %s in %.1f s",
        entries,
        entries == 1 ? "entry" : "entries",
        seconds);
  }

  /** What was trained in what time, and whether anything was learnt. */
  public static List<String> trained(TrainingReport report, String unit) {
    List<String> notes = new ArrayList<>();
    notes.add(speed(report, unit));
    unlearnt(report).ifPresent(notes::add);
    return notes;
  }

  private static String speed(TrainingReport report, String unit) {
    return String.format(
            Locale.ROOT,
            "trained %s in %.1f s, %s %s/s",
            Quantity.of(report.losses().size(), "epoch"),
            report.seconds(),
            Quantity.of(report.tokensPerSecond()),
            unit)
        + losses(report.losses())
        + CheckpointNotes.cost(report.pauses());
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

  /**
   * What GPUs trained at once, and how often their changes were merged; nothing of the CPU.
   *
   * @param atOnce what they train at once, in the singular
   */
  public static Optional<String> device(TrainingReport report, String atOnce) {
    return report.device().map(times -> device(times, atOnce));
  }

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
}
