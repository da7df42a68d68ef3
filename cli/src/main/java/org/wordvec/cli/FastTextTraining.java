package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.Corpus;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Vocabulary;
import org.wordvec.corpora.VocabularyLimits;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.vectors.VectorFormat;
import org.wordvec.vectors.Word2VecBinary;
import org.wordvec.vectors.WordVectors;

/** From text to a file of fastText's. */
record FastTextTraining(
    FastTextConfig config,
    CorpusReading reading,
    TrainingFiles files,
    @Nullable Path pretrained,
    TrainingDevice device) {
  private static final String UNIT = "words";

  /** Reads, trains, writes; leaves older outputs alone unless all of it succeeds. */
  void run(Corpus corpus, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      WordVectors start = pretrained == null ? null : Model.open(pretrained, arena).vectors();
      final EncodedCorpus encoded;
      FastText.Trained trained;
      TrainingHistory history = new TrainingHistory();
      try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
        encoded =
            reading.encode(
                corpus,
                files.vocabulary(reading.limits()),
                config.prediction().execution().threads(),
                arena,
                display);
        files.writeVocabulary(encoded.vocabulary());
        display.pause();
        TrainingNotes.reading(encoded).forEach(notes::say);
        trained =
            device.train(
                backend ->
                    FastText.train(
                        encoded, config, start, backend, arena, display.recording(history, UNIT)),
                notes);
      }
      notes.say(TrainingNotes.trained(trained.report(), UNIT));
      long begun = System.nanoTime();
      String format = write(trained, encoded.vocabulary(), files, reading.limits(), arena);
      double writeSeconds = 1e-9 * (System.nanoTime() - begun);
      files.writeReport(
          new TrainingOutcome(
              new TrainingSummary(
                      "fasttext",
                      encoded,
                      trained.report(),
                      ConfigurationDocument.of(config, reading),
                      writeSeconds)
                  .document(),
              history,
              UNIT,
              () -> trained.model().wordVectors(arena)));
      notes.say("wrote " + files.output() + " as " + format);
    }
  }

  /** Writes a model and tells the name of its format. */
  static String write(
      FastText.Trained trained,
      Vocabulary words,
      TrainingFiles files,
      VocabularyLimits limits,
      Arena arena)
      throws IOException {
    return switch (files.format()) {
      case Word2VecBinary _ -> {
        trained.write(files.output(), limits);
        yield Model.OfSubwords.FORMAT;
      }
      case VectorFormat format -> {
        files.writeVectors(trained.model().wordVectors(arena), words);
        yield format.description();
      }
    };
  }
}
