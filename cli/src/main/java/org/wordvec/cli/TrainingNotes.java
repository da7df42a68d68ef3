package org.wordvec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.compute.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;

/** What is said of a training's stages once they are over. */
final class TrainingNotes {
  private static final int FIRST_WORDS = 12;
  private static final int LONGEST_WORD = 20;

  private TrainingNotes() {}

  /** What was read, how it begins, and what looks wrong with it. */
  static List<String> reading(EncodedCorpus corpus) {
    List<String> notes = new ArrayList<>();
    notes.add(read(corpus));
    notes.add("first words: " + firstWords(corpus));
    notes.addAll(TextWarnings.of(corpus));
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
        "read %,d tokens, kept %,d of %,d words (%.1f %% of the text) in %.1f s",
        reading.tokens(),
        corpus.vocabulary().size(),
        reading.distinctWords(),
        100.0 * corpus.encodedTokens() / reading.tokens(),
        reading.vocabularySeconds() + reading.encodeSeconds());
  }

  static String counted(long entries, double seconds) {
    return String.format(Locale.ROOT, "counted %,d entries in %.1f s", entries, seconds);
  }

  static String trained(TrainingReport report, String unit) {
    return String.format(
            Locale.ROOT,
            "trained %d epochs in %.1f s, %s %s/s",
            report.losses().size(),
            report.seconds(),
            Quantity.of(report.tokensPerSecond()),
            unit)
        + losses(report.losses())
        + CheckpointNotes.cost(report.pauses());
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
