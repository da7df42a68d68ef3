package org.wordvec.library.text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterText;
import org.wordvec.cluster.WordCensus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.library.FailedException;
import org.wordvec.library.Quantity;

/**
 * Words of a text, counted by a cluster.
 *
 * @param vocabulary words that get a vector
 * @param census counts of the text
 */
public record ClusterWords(Vocabulary vocabulary, WordCensus census) {
  /**
   * Counts the words of a text; the listener receives notes and warnings about it.
   *
   * @param given vocabulary to use instead of the text's own
   * @throws FailedException if the limits keep no word
   * @throws IllegalArgumentException if phrases are enabled, which clusters do not support
   */
  public static ClusterWords count(
      Cluster cluster,
      ClusterText text,
      CorpusReading reading,
      Optional<Vocabulary> given,
      ReadingListener listener)
      throws IOException, InterruptedException {
    requireNoPhrases(reading);
    WordCensus census =
        cluster.count(text, reading.limits(), List.of(reading.limits().minimumCount()));
    boolean hasLineEnds = census.kept().words().indexOf("</s>") >= 0;
    Vocabulary words = given.map(read -> read.settled(hasLineEnds)).orElseGet(census::kept);
    if (words.size() == 0) {
      throw nothingKept(census, reading.limits());
    }
    listener.note(
        String.format(
            Locale.ROOT,
            "read %s, kept %,d of %s (%.1f %% of the text) in %.1f s",
            Quantity.of(census.diagnostics().words(), "token"),
            words.size(),
            Quantity.of(census.distinct(), "word"),
            100.0 * words.totalCount() / census.total(),
            census.seconds()));
    TextWarnings.of(census.diagnostics()).forEach(listener::note);
    return new ClusterWords(words, census);
  }

  /** Returns an exception for limits that keep no word. */
  public static FailedException nothingKept(WordCensus census, VocabularyLimits limits) {
    return new FailedException(limits.whyNone(census.distinct(), census.greatest()));
  }

  private static void requireNoPhrases(CorpusReading reading) {
    if (reading.phrases().isPresent()) {
      throw new IllegalArgumentException(
          "clusters cannot join phrases: omit --phrases, and prepare the text with 'wordvec"
              + " phrases'");
    }
  }
}
