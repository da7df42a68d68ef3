package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.corpora.Corpus;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Vocabulary;
import org.wordvec.glove.Cooccurrences;
import org.wordvec.glove.Entries;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;

/** From text or counts to a file of vectors. */
record GloVeTraining(
    GloVeConfig config, CountingPlan plan, TrainingFiles files, TrainingDevice device) {
  private static final String UNIT = "entries";

  /** Reads and counts, trains, writes; leaves older outputs alone unless all of it succeeds. */
  void run(Corpus corpus, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    Map<String, Object> source = new LinkedHashMap<>();
    try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
      Entries entries;
      try (Arena text = Arena.ofShared()) {
        EncodedCorpus encoded =
            plan.encode(corpus, files.vocabulary(plan.reading().limits()), text, display);
        display.pause();
        TrainingNotes.reading(encoded).forEach(notes::say);
        source.put("tokens", encoded.tokens());
        source.put("encoded_tokens", encoded.encodedTokens());
        source.put("distinct_words", encoded.reading().distinctWords());
        source.put(
            "read_seconds",
            encoded.reading().vocabularySeconds() + encoded.reading().encodeSeconds());
        entries = arrange(new Cooccurrences.Counted(encoded, plan.config()), display);
      }
      train(entries, source, display, notes);
    }
  }

  /** The same with counts that are there already. */
  void run(Path counts, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    Vocabulary vocabulary = files.rankedVocabulary();
    try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
      Entries entries = arrange(new Cooccurrences.Stored(counts, vocabulary), display);
      train(entries, Map.of("cooccurrences", counts.toString()), display, notes);
    }
  }

  private Entries arrange(Cooccurrences cooccurrences, ProgressDisplay display)
      throws IOException, InterruptedException {
    return cooccurrences.arrange(
        config.weighting(), config.execution().seed(), plan.resources(), display::counting);
  }

  private void train(
      Entries arranged, Map<String, Object> source, ProgressDisplay display, Notes notes)
      throws IOException, InterruptedException {
    try (Entries entries = arranged;
        Arena arena = Arena.ofShared()) {
      files.writeVocabulary(entries.vocabulary());
      display.pause();
      notes.say(TrainingNotes.counted(entries.size(), entries.seconds()));
      TrainingHistory history = new TrainingHistory();
      GloVe.Trained trained =
          device.train(
              backend ->
                  GloVe.train(entries, config, backend, arena, display.recording(history, UNIT)),
              notes);
      display.pause();
      notes.say(TrainingNotes.trained(trained.report(), UNIT));
      long start = System.nanoTime();
      files.writeVectors(trained.vectors(), entries.vocabulary());
      double writeSeconds = 1e-9 * (System.nanoTime() - start);
      files.writeReport(
          new TrainingOutcome(
              new GloVeSummary(
                      source,
                      entries.vocabulary(),
                      entries.size(),
                      entries.seconds(),
                      trained.report(),
                      this,
                      writeSeconds)
                  .document(),
              history,
              UNIT,
              trained::vectors));
      notes.say("wrote " + files.output() + " as " + files.format().description());
    }
  }
}
