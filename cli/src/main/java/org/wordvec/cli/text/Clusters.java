package org.wordvec.cli.text;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.cli.base.Extensions;
import org.wordvec.cli.base.FailedException;
import org.wordvec.cli.base.Interruption;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.base.Quantity;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterEngine;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.cluster.WordCensus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/** Clusters of Spark: an extension, loaded when something asks for it. */
public final class Clusters {
  public static final String SPARK = "spark";

  private Clusters() {}

  /** Connects, and says to what. */
  public static Cluster open(ClusterSettings settings, Notes notes) throws IOException {
    Cluster cluster = Interruption.endingAtOnce(notes.err(), () -> engine().open(settings));
    Interruption.begin(cluster::silence);
    cluster.listen(notes::say);
    cluster.remarks().forEach(notes::say);
    return cluster;
  }

  private static ClusterEngine engine() throws IOException {
    try {
      return Extensions.installed().load(SPARK, ClusterEngine.class);
    } catch (FailedException e) {
      throw new FailedException(
          e.getMessage() + "; mvn -Dquick package builds it, with 120 MB of libraries", e);
    }
  }

  /** Says what the cluster moved. */
  public static void sayTraffic(Cluster cluster, Notes notes) {
    cluster.traffic().ifPresent(notes::say);
  }

  /**
   * Counts the words of a text, says what was found and what looks wrong with it, and chooses the
   * vocabulary.
   */
  public static Words words(
      Cluster cluster,
      ClusterText text,
      CorpusReading reading,
      Optional<Vocabulary> given,
      Notes notes)
      throws IOException, InterruptedException {
    refusePhrases(reading);
    WordCensus census =
        cluster.count(text, reading.limits(), java.util.List.of(reading.limits().minimumCount()));
    boolean hasLineEnds = census.kept().words().indexOf("</s>") >= 0;
    Vocabulary words = given.map(read -> read.settled(hasLineEnds)).orElseGet(census::kept);
    if (words.size() == 0) {
      throw nothingKept(census, reading.limits());
    }
    notes.say(
        String.format(
            Locale.ROOT,
            "read %s, kept %,d of %s (%.1f %% of the text) in %.1f s",
            Quantity.of(census.diagnostics().words(), "token"),
            words.size(),
            Quantity.of(census.distinct(), "word"),
            100.0 * words.totalCount() / census.total(),
            census.seconds()));
    TextWarnings.of(census.diagnostics()).forEach(notes::say);
    return new Words(words, census);
  }

  /** A vocabulary, and what the text looks like. */
  public record Words(Vocabulary vocabulary, WordCensus census) {}

  static FailedException nothingKept(WordCensus census, VocabularyLimits limits) {
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
