package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.wordvec.corpora.Corpus;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** From text to a file of vectors. */
record Word2VecTraining(
    Word2VecConfig config, CorpusReading reading, TrainingFiles files, Word2VecTrainer trainer) {
  private static final String UNIT = "words";

  /** Reads, trains, writes; leaves older outputs alone unless all of it succeeds. */
  void run(Corpus corpus, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      final EncodedCorpus encoded;
      Word2Vec.Trained trained;
      TrainingHistory history = new TrainingHistory();
      try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
        encoded =
            reading.encode(
                corpus,
                files.vocabulary(reading.limits()),
                config.execution().threads(),
                arena,
                display);
        files.writeVocabulary(encoded.vocabulary());
        display.pause();
        TrainingNotes.reading(encoded).forEach(notes::say);
        trained = trainer.train(encoded, config, arena, display.recording(history, UNIT), notes);
      }
      notes.say(TrainingNotes.trained(trained.report(), UNIT));
      long start = System.nanoTime();
      files.writeModel(trained, encoded.vocabulary(), config);
      double writeSeconds = 1e-9 * (System.nanoTime() - start);
      files.writeReport(
          new TrainingOutcome(
              new TrainingSummary(
                      "word2vec",
                      encoded,
                      trained.report(),
                      ConfigurationDocument.of(config, reading),
                      writeSeconds)
                  .document(),
              history,
              UNIT,
              trained::vectors));
      notes.say("wrote " + files.output() + " as " + files.format().description());
    }
  }
}
