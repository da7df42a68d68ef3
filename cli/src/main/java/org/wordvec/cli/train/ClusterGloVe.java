package org.wordvec.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.progress.TrainingHistory;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.Clusters;
import org.wordvec.cli.text.CorpusReading;
import org.wordvec.cli.text.TrainingNotes;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.words.Vocabulary;

/** GloVe from text or counts to a file of vectors, on a cluster. */
record ClusterGloVe(ClusterSettings settings, GloVeTraining local) {
  private static final String UNIT = "entries";

  /** Counts the text, unless there are counts; trains and writes. */
  void run(@Nullable Path counts, ClusterText text, Terminal terminal, Notes notes)
      throws IOException, InterruptedException {
    TrainingFiles files = local.files();
    try (Cluster cluster = Clusters.open(settings, notes);
        Arena arena = Arena.ofShared()) {
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("engine", Clusters.SPARK);
      Cluster.GloVeJob job =
          counts == null ? ofText(cluster, text, source, notes) : ofCounts(counts, source);
      TrainingHistory history = new TrainingHistory();
      Cluster.GloVeOutcome outcome;
      try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
        outcome = cluster.glove(job, arena, display.recording(history, UNIT));
      }
      notes.say(TrainingNotes.counted(outcome.entries(), outcome.countSeconds()));
      TrainingNotes.trained(outcome.report(), UNIT).forEach(notes::say);
      Clusters.sayTraffic(cluster, notes);
      long start = System.nanoTime();
      files.writeVectors(outcome.vectors(), job.vocabulary());
      files.writeVocabulary(job.vocabulary());
      double writeSeconds = 1e-9 * (System.nanoTime() - start);
      files.writeReport(
          new TrainingOutcome(
              new GloVeSummary(
                      source,
                      job.vocabulary(),
                      outcome.entries(),
                      outcome.countSeconds(),
                      outcome.report(),
                      local,
                      writeSeconds)
                  .document(),
              history,
              UNIT,
              outcome::vectors));
      notes.say("wrote " + files.output() + " as " + files.format().description());
    }
  }

  private Cluster.GloVeJob ofText(
      Cluster cluster, ClusterText text, Map<String, Object> source, Notes notes)
      throws IOException, InterruptedException {
    CorpusReading reading = local.plan().reading();
    Clusters.Words words =
        Clusters.words(cluster, text, reading, local.files().vocabulary(reading.limits()), notes);
    source.put("tokens", words.census().diagnostics().words());
    source.put("encoded_tokens", words.vocabulary().totalCount());
    source.put("distinct_words", words.census().distinct());
    source.put("read_seconds", words.census().seconds());
    return new Cluster.GloVeJob(
        new Cluster.GloVeSource.Text(text, local.plan().config()),
        words.vocabulary(),
        local.config());
  }

  private Cluster.GloVeJob ofCounts(Path counts, Map<String, Object> source) throws IOException {
    Vocabulary vocabulary = local.files().rankedVocabulary();
    source.put("cooccurrences", counts.toString());
    return new Cluster.GloVeJob(
        new Cluster.GloVeSource.Entries(counts), vocabulary, local.config());
  }
}
