package org.wordvec.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.progress.TrainingHistory;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.TrainingNotes;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** From text to a file of vectors. */
record Word2VecTraining(
    Word2VecConfig config, PredictionCommand.Setting setting, Word2VecTrainer trainer) {
  private static final String UNIT = "words";
  private static final String AT_ONCE = "sentence";

  /** Reads, trains, writes; leaves older outputs alone unless all of it succeeds. */
  void run(Corpus corpus, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    TrainingFiles files = setting.files();
    setting.checkpoints().require("word2vec", ConfigurationDocument.of(config, setting.reading()));
    setting.preflight().check(needs(0), 0);
    try (Arena arena = Arena.ofShared()) {
      final EncodedCorpus encoded;
      final Word2VecConfig fitted;
      Word2Vec.Trained trained;
      TrainingHistory history = new TrainingHistory();
      try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
        encoded =
            setting
                .reading()
                .encode(
                    corpus,
                    files.vocabulary(setting.reading().limits()),
                    config.execution().threads(),
                    arena,
                    display,
                    notes);
        display.pause();
        fitted = TrainingPairs.fitted(encoded, config);
        TrainingNotes.reading(encoded, config, fitted).forEach(notes::say);
        PredictionPlan plan =
            new PredictionPlan(setting, needs(encoded.vocabulary().size()), encoded);
        plan.check();
        if (setting.planned()) {
          plan.print(
              terminal.out(), UNIT, progress -> train(encoded, fitted, progress, arena, notes));
          return;
        }
        setting.checkpoints().require(encoded);
        trained = train(encoded, fitted, display.recording(history, UNIT), arena, notes);
      }
      TrainingNotes.trained(trained.report(), UNIT).forEach(notes::say);
      TrainingNotes.device(trained.report(), AT_ONCE).ifPresent(notes::say);
      long start = System.nanoTime();
      files.writeModel(trained, encoded.vocabulary(), fitted);
      files.writeVocabulary(encoded.vocabulary());
      double writeSeconds = 1e-9 * (System.nanoTime() - start);
      files.writeReport(
          new TrainingOutcome(
              new TrainingSummary(
                      "word2vec",
                      encoded,
                      trained.report(),
                      ConfigurationDocument.of(fitted, setting.reading()),
                      writeSeconds)
                  .document(),
              history,
              UNIT,
              trained::vectors));
      notes.say("wrote " + files.output() + " as " + files.format().description());
      setting.checkpoints().finished(files.output());
    }
  }

  private ModelNeeds needs(int vocabulary) {
    return trainer.needs(ModelNeeds.of(config, vocabulary));
  }

  private Word2Vec.Trained train(
      EncodedCorpus encoded, Word2VecConfig fitted, Progress progress, Arena arena, Notes notes)
      throws IOException, InterruptedException {
    return trainer.train(encoded, fitted, arena, progress, setting.checkpoints(), notes);
  }
}
