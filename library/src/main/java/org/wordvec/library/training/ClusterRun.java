package org.wordvec.library.training;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.library.text.ClusterWords;
import org.wordvec.library.text.CorpusReading;

/**
 * A connected cluster and the text that it reads.
 *
 * @param cluster that counts and trains
 * @param text as its machines see it
 * @param reading how text is split into words
 */
public record ClusterRun(Cluster cluster, ClusterText text, CorpusReading reading) {
  /** The name of the engine. */
  public static final String SPARK = "spark";

  /** Counted words. */
  public record Counted(ClusterWords words) implements TrainingData {
    @Override
    public Vocabulary vocabulary() {
      return words.vocabulary();
    }

    /** Returns 0: the text stays on the cluster. */
    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public String size() {
      return String.format(Locale.ROOT, "%,d tokens", words.census().diagnostics().words());
    }

    @Override
    public Map<String, Object> counts() {
      Map<String, Object> counts = new LinkedHashMap<>();
      counts.put("tokens", words.census().diagnostics().words());
      counts.put("encoded_tokens", words.vocabulary().totalCount());
      counts.put("distinct_words", words.census().distinct());
      return counts;
    }

    @Override
    public StageSeconds seconds() {
      return new StageSeconds(words.census().seconds(), 0, 0);
    }
  }

  /** Counts the words of the text. */
  Counted count(TrainingRun run) throws IOException, InterruptedException {
    return new Counted(
        ClusterWords.count(
            cluster, text, reading, run.givenVocabulary(reading.limits()), run.listener()));
  }

  /** Notes how much data the cluster moved. */
  void noteTraffic(TrainingRun run) {
    cluster.traffic().ifPresent(run::note);
  }
}
