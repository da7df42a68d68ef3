package org.wordvec.cli;

import java.util.List;
import java.util.Locale;
import org.wordvec.compute.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;

/** What is said of a training's stages once they are over. */
final class TrainingNotes {
  private TrainingNotes() {}

  static String read(EncodedCorpus corpus) {
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
        + losses(report.losses());
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
