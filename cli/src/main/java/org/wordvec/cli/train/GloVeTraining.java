package org.wordvec.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.progress.TrainingHistory;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CountingPlan;
import org.wordvec.cli.text.TrainingNotes;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.device.DeviceGloVe;
import org.wordvec.glove.entries.Entries;

/** From text or counts to a file of vectors. */
record GloVeTraining(
    GloVeConfig config,
    CountingPlan plan,
    TrainingFiles files,
    TrainingDevice device,
    TrainingCheckpoints checkpoints,
    Preflight preflight,
    boolean planned) {
  private static final String UNIT = "entries";
  private static final String AT_ONCE = "tile slice";

  /** Reads and counts, trains, writes; leaves older outputs alone unless all of it succeeds. */
  void run(Corpus corpus, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    Map<String, Object> source = new LinkedHashMap<>();
    checkSettings(0);
    try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
      Entries entries;
      try (Arena text = Arena.ofShared()) {
        EncodedCorpus encoded =
            plan.encode(corpus, files.vocabulary(plan.reading().limits()), text, display, notes);
        display.pause();
        TrainingNotes.reading(encoded).forEach(notes::say);
        source.put("tokens", encoded.tokens());
        source.put("encoded_tokens", encoded.encodedTokens());
        source.put("distinct_words", encoded.reading().distinctWords());
        source.put(
            "read_seconds",
            encoded.reading().vocabularySeconds() + encoded.reading().encodeSeconds());
        preflight.check(needs(encoded.vocabulary().size()), encoded.ids().byteSize());
        checkpoints.require(encoded);
        entries = arrange(new Cooccurrences.Counted(encoded, plan.config()), display);
      }
      train(entries, source, display, terminal, notes);
    }
  }

  /** The same with counts that are there already. */
  void run(Path counts, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    Vocabulary vocabulary = files.rankedVocabulary();
    checkSettings(vocabulary.size());
    try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
      Entries entries = arrange(new Cooccurrences.Stored(counts, vocabulary), display);
      train(entries, Map.of("cooccurrences", counts.toString()), display, terminal, notes);
    }
  }

  private void checkSettings(int vocabulary) throws IOException {
    checkpoints.require("glove", GloVeSummary.configuration(config, plan));
    preflight.check(needs(vocabulary), 0);
  }

  private ModelNeeds needs(int vocabulary) {
    return device.needs(ModelNeeds.of(config, vocabulary));
  }

  private Entries arrange(Cooccurrences cooccurrences, ProgressDisplay display)
      throws IOException, InterruptedException {
    return Entries.of(
        cooccurrences,
        config.weighting(),
        config.execution().seed(),
        plan.resources(),
        display::counting);
  }

  private void train(
      Entries arranged,
      Map<String, Object> source,
      ProgressDisplay display,
      Terminal terminal,
      Notes notes)
      throws IOException, InterruptedException {
    try (Entries entries = arranged;
        Arena arena = Arena.ofShared()) {
      display.pause();
      notes.say(TrainingNotes.counted(entries.size(), entries.seconds()));
      if (planned) {
        print(entries, terminal, arena, notes);
        return;
      }
      if (checkpoints.library().areKept()) {
        checkpoints.require("counts", entries.size() + " entries, " + entries.fingerprint());
      }
      TrainingHistory history = new TrainingHistory();
      GloVe.Trained trained = train(entries, display.recording(history, UNIT), arena, notes);
      display.pause();
      TrainingNotes.trained(trained.report(), UNIT).forEach(notes::say);
      TrainingNotes.device(trained.report(), AT_ONCE).ifPresent(notes::say);
      long start = System.nanoTime();
      files.writeVectors(trained.vectors(), entries.vocabulary());
      files.writeVocabulary(entries.vocabulary());
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
      checkpoints.finished(files.output());
    }
  }

  private GloVe.Trained train(Entries entries, Progress progress, Arena arena, Notes notes)
      throws IOException, InterruptedException {
    return device.train(
        backend -> {
          checkpoints.require(backend);
          return DeviceGloVe.train(
              new GloVe.Run(entries, config, arena)
                  .withProgress(progress)
                  .withCheckpoints(checkpoints.library()),
              backend);
        },
        notes);
  }

  private void print(Entries entries, Terminal terminal, Arena arena, Notes notes)
      throws IOException, InterruptedException {
    new TrainingPlan(preflight, needs(entries.vocabulary().size()), entries.bytes())
        .print(
            terminal.out(),
            String.format(Locale.ROOT, "%,d entries", entries.size()),
            entries.vocabulary(),
            TrialTraining.of(progress -> train(entries, progress, arena, notes)),
            UNIT);
  }
}
