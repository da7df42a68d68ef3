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
 * The words of a text that a cluster has counted.
 *
 * @param vocabulary those that get a vector
 * @param census what the text looks like
 */
public record ClusterWords(Vocabulary vocabulary, WordCensus census) {
  /**
   * Counts a text and notes what was found and what looks wrong with it.
   *
   * @param given the vocabulary to take instead of the text's own
   * @throws FailedException if no word is kept
   * @throws IllegalArgumentException if phrases are to be joined, which one machine alone does
   */
  public static ClusterWords count(
      Cluster cluster,
      ClusterText text,
      CorpusReading reading,
      Optional<Vocabulary> given,
      ReadingListener listener)
      throws IOException, InterruptedException {
    refusePhrases(reading);
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

  /** Returns the failure of limits that keep no word. */
  public static FailedException nothingKept(WordCensus census, VocabularyLimits limits) {
    return new FailedException(limits.whyNone(census.distinct(), census.greatest()));
  }

  private static void refusePhrases(CorpusReading reading) {
    if (reading.phrases().isPresent()) {
      throw new IllegalArgumentException(
          "phrases are joined on one machine alone: leave --phrases out, and let wordvec phrases"
              + " write the text first");
    }
  }
}
