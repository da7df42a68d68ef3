package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecArchive;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains Word2Vec on this machine.
 *
 * @param config of the model
 * @param reading how text is split into words
 * @param corpus to read
 * @param backend trainer
 */
public record Word2VecTraining(
    Word2VecConfig config, CorpusReading reading, Corpus corpus, Word2VecBackend backend)
    implements TrainingStrategy<EncodedText> {
  /** The name of the family. */
  public static final String MODEL = "word2vec";

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public String engine() {
    return backend.name();
  }

  @Override
  public Unit unit() {
    return Unit.WORDS;
  }

  @Override
  public Map<String, Object> configuration() {
    return Configurations.of(config, reading);
  }

  @Override
  public ModelNeeds needs(int vocabulary) {
    return backend.needs(ModelNeeds.of(config, vocabulary));
  }

  @Override
  public EncodedText read(TrainingRun run) throws IOException, InterruptedException {
    return EncodedText.checked(run, corpus, reading, config, this::needs);
  }

  @Override
  public TrainedModel train(EncodedText text, TrainingRun run, Progress progress)
      throws IOException, InterruptedException {
    Word2VecConfig fitted = TrainingPairs.fitted(text.corpus(), config);
    Word2Vec.Trained trained = backend.train(text.corpus(), fitted, run, progress);
    return new TrainedModel(
        trained.report(),
        trained::vectors,
        files -> write(trained, text.vocabulary(), fitted, files),
        Configurations.of(fitted, reading));
  }

  /**
   * Writes vectors, and the state for further training if the format stores it; returns the name of
   * the format.
   */
  static String write(
      Word2Vec.Trained trained, Vocabulary words, Word2VecConfig config, TrainingFiles files)
      throws IOException {
    if (files.format() instanceof Word2VecArchive archive) {
      archive.write(trained, words, config, files.output());
      return archive.description();
    }
    return files.writeVectors(trained.vectors(), words);
  }
}
