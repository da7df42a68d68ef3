package org.wordvec.library.training;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.library.Quantity;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.senses.SenseTraining;
import org.wordvec.senses.files.SenseFile;
import org.wordvec.senses.induction.SenseInduction;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains a vector for each sense of a word, on the CPU of this machine. Writes the vectors, and
 * what tells senses apart in a {@link SenseFile} beside them.
 *
 * @param config of the words' training
 * @param settings of the senses
 * @param reading how text is split into words
 * @param corpus to read
 */
public record SensesTraining(
    Word2VecConfig config, SenseSettings settings, CorpusReading reading, Corpus corpus)
    implements TrainingStrategy<EncodedText> {
  /** The name of the family. */
  public static final String MODEL = "senses";

  /** The part of words that have several senses, for estimates: it is less in most texts. */
  private static final double DIVIDED = 0.1;

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
    return Configurations.of(config, settings, reading);
  }

  @Override
  public ModelNeeds needs(int vocabulary) {
    ModelNeeds words = ModelNeeds.of(config, vocabulary);
    long contexts = Matrix.bytes(vocabulary, config.dimensions());
    long clusters =
        ((long) (DIVIDED * vocabulary))
            * settings.maximumSenses()
            * Matrix.bytes(1, 3 * config.dimensions());
    long senses = Math.round((1 + DIVIDED) * words.memory());
    return new ModelNeeds(
        words.memory() + senses + contexts + 2 * clusters,
        senses + contexts + clusters,
        words.numbers() + (contexts + clusters) / Float.BYTES,
        0);
  }

  @Override
  public EncodedText read(TrainingRun run) throws IOException, InterruptedException {
    return EncodedText.checked(run, corpus, reading, config, this::needs);
  }

  @Override
  public TrainedModel train(EncodedText text, TrainingRun run, Progress progress)
      throws IOException, InterruptedException {
    run.checkpoints().require(TrainingDevice.CPU.backend());
    Word2VecConfig fitted = TrainingPairs.fitted(text.corpus(), config);
    SenseTraining.Trained trained =
        SenseTraining.train(
            new SenseTraining.Run(
                text.corpus(),
                fitted,
                settings,
                run.arena(),
                progress,
                run.checkpoints().library(),
                notes(run)));
    return new TrainedModel(
        trained.report(),
        trained::vectors,
        files -> {
          SenseFile.write(trained.inventory(), trained.vectors(), SenseFile.beside(files.output()));
          return files.writeVectors(trained.vectors(), trained.vocabulary());
        },
        Configurations.of(fitted, settings, reading));
  }

  private static SenseTraining.Listener notes(TrainingRun run) {
    return new SenseTraining.Listener() {
      @Override
      public void dividing(int words) {
        run.note(
            words == 0
                ? "warning: no word can have several senses in this text: none occurs "
                    + SenseInduction.LEAST_COUNT
                    + " times and makes up at most a thousandth of it"
                : "looking for the senses of " + Quantity.of(words, "word"));
      }

      @Override
      public void divided(int words, int senses, double seconds) {
        run.note(
            String.format(
                Locale.ROOT,
                "%s with several senses, %,d in all, found in %.1f s",
                Quantity.of(words, "word"),
                senses,
                seconds));
      }
    };
  }
}
