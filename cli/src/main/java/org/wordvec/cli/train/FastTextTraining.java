package org.wordvec.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.Model;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.progress.TrainingHistory;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.TrainingNotes;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.device.DeviceFastText;
import org.wordvec.fasttext.files.FastTextWriter;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.formats.Word2VecBinary;
import org.wordvec.word2vec.TrainingPairs;

/** From text to a file of fastText's. */
record FastTextTraining(
    FastTextConfig config,
    PredictionCommand.Setting setting,
    @Nullable Path pretrained,
    TrainingDevice device) {
  private static final String UNIT = "words";
  private static final String AT_ONCE = "sentence";

  /** Reads, trains, writes; leaves older outputs alone unless all of it succeeds. */
  void run(Corpus corpus, Terminal terminal, Notes notes) throws IOException, InterruptedException {
    TrainingFiles files = setting.files();
    setting.checkpoints().require("fasttext", ConfigurationDocument.of(config, setting.reading()));
    setting
        .checkpoints()
        .require("--pretrained", pretrained == null ? "none" : pretrained.toAbsolutePath() + "");
    setting.preflight().check(needs(0), 0);
    try (Arena arena = Arena.ofShared()) {
      WordVectors start = Pretrained.open(pretrained, config, arena, terminal);
      final EncodedCorpus encoded;
      final FastTextConfig fitted;
      FastText.Trained trained;
      TrainingHistory history = new TrainingHistory();
      try (ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
        encoded =
            setting
                .reading()
                .encode(
                    corpus,
                    files.vocabulary(setting.reading().limits()),
                    config.prediction().execution().threads(),
                    arena,
                    display,
                    notes);
        display.pause();
        fitted = config.withPrediction(TrainingPairs.fitted(encoded, config.prediction()));
        TrainingNotes.reading(encoded, config.prediction(), fitted.prediction())
            .forEach(notes::say);
        Pretrained.check(start, encoded.vocabulary(), notes);
        PredictionPlan plan =
            new PredictionPlan(setting, needs(encoded.vocabulary().size()), encoded);
        plan.check();
        if (setting.planned()) {
          plan.print(
              terminal.out(),
              UNIT,
              progress -> train(encoded, fitted, start, progress, arena, notes));
          return;
        }
        setting.checkpoints().require(encoded);
        trained = train(encoded, fitted, start, display.recording(history, UNIT), arena, notes);
      }
      TrainingNotes.trained(trained.report(), UNIT).forEach(notes::say);
      TrainingNotes.device(trained.report(), AT_ONCE).ifPresent(notes::say);
      long begun = System.nanoTime();
      String format =
          write(trained, encoded.vocabulary(), files, setting.reading().limits(), arena);
      files.writeVocabulary(encoded.vocabulary());
      double writeSeconds = 1e-9 * (System.nanoTime() - begun);
      files.writeReport(
          new TrainingOutcome(
              new TrainingSummary(
                      "fasttext",
                      encoded,
                      trained.report(),
                      ConfigurationDocument.of(fitted, setting.reading()),
                      writeSeconds)
                  .document(),
              history,
              UNIT,
              () -> trained.model().wordVectors(arena)));
      notes.say("wrote " + files.output() + " as " + format);
      setting.checkpoints().finished(files.output());
    }
  }

  private ModelNeeds needs(int vocabulary) {
    return device.needs(
        ModelNeeds.of(config, vocabulary, setting.files().format() instanceof Word2VecBinary));
  }

  private FastText.Trained train(
      EncodedCorpus encoded,
      FastTextConfig fitted,
      @Nullable WordVectors start,
      Progress progress,
      Arena arena,
      Notes notes)
      throws IOException, InterruptedException {
    return device.train(
        backend -> {
          setting.checkpoints().require(backend);
          return DeviceFastText.train(
              new FastText.Run(encoded, fitted, arena)
                  .withPretrained(start)
                  .withProgress(progress)
                  .withCheckpoints(setting.checkpoints().library()),
              backend);
        },
        notes);
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
        FastTextWriter.write(trained, limits, files.output());
        yield Model.OfSubwords.FORMAT;
      }
      case VectorFormat format -> {
        files.writeVectors(trained.model().wordVectors(arena), words);
        yield format.description();
      }
    };
  }
}
