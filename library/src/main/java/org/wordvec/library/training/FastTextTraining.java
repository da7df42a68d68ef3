package org.wordvec.library.training;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.device.DeviceFastText;
import org.wordvec.fasttext.files.FastTextWriter;
import org.wordvec.library.Model;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.Word2VecBinary;
import org.wordvec.word2vec.TrainingPairs;

/**
 * Trains FastText on this machine.
 *
 * @param config of the model
 * @param reading how text is split into words
 * @param corpus to read
 * @param pretrained file of initial vectors; null for random ones
 * @param device to train on
 * @param files to write; fastText's own format keeps the rows of n-grams
 */
public record FastTextTraining(
    FastTextConfig config,
    CorpusReading reading,
    Corpus corpus,
    @Nullable Path pretrained,
    TrainingDevice device,
    TrainingFiles files)
    implements TrainingStrategy<EncodedText> {
  /** The name of the family. */
  public static final String MODEL = "fasttext";

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public Unit unit() {
    return Unit.WORDS;
  }

  @Override
  public Map<String, Object> configuration() {
    return Configurations.of(config, pretrained, reading);
  }

  @Override
  public ModelNeeds needs(int vocabulary) {
    return device.needs(
        ModelNeeds.of(config, vocabulary, files.format() instanceof Word2VecBinary));
  }

  @Override
  public EncodedText read(TrainingRun run) throws IOException, InterruptedException {
    WordVectors start = Pretrained.open(pretrained, config, run);
    int threads = config.prediction().execution().threads();
    EncodedText text = new EncodedText(EncodedText.read(run, corpus, reading, threads), start);
    TrainingNotes.reading(text.corpus(), config.prediction(), fitted(text.corpus()).prediction())
        .forEach(run::note);
    Pretrained.check(start, text.vocabulary(), run);
    text.check(run, needs(text.vocabulary().size()));
    return text;
  }

  @Override
  public TrainedModel train(EncodedText text, TrainingRun run, Progress progress)
      throws IOException, InterruptedException {
    FastTextConfig fitted = fitted(text.corpus());
    FastText.Trained trained =
        device.train(
            run,
            backend ->
                DeviceFastText.train(
                    new FastText.Run(text.corpus(), fitted, run.arena())
                        .withPretrained(text.start())
                        .withProgress(progress)
                        .withCheckpoints(run.checkpoints().library()),
                    backend));
    return trained(
        trained,
        text.vocabulary(),
        reading.limits(),
        run.arena(),
        Configurations.of(fitted, pretrained, reading));
  }

  private FastTextConfig fitted(EncodedCorpus encoded) {
    return config.withPrediction(TrainingPairs.fitted(encoded, config.prediction()));
  }

  /** Returns a trained model that can be written. */
  static TrainedModel trained(
      FastText.Trained trained,
      Vocabulary words,
      VocabularyLimits limits,
      Arena arena,
      Map<String, Object> configuration) {
    return new TrainedModel(
        trained.report(),
        () -> trained.model().wordVectors(arena),
        files -> {
          if (files.format() instanceof Word2VecBinary) {
            FastTextWriter.write(trained, limits, files.output());
            return Model.OfSubwords.FORMAT;
          }
          return files.writeVectors(trained.model().wordVectors(arena), words);
        },
        configuration);
  }
}
