package org.wordvec.library.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.library.text.CountingPlan;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains a model of any family on text files and writes it:
 *
 * <pre>{@code
 * Training.word2vec(Word2VecConfig.of(Architecture.SKIP_GRAM))
 *     .on(Path.of("corpus.txt"))
 *     .writeTo(Path.of("vectors.bin"));
 * }</pre>
 *
 * <p>Immutable: every method returns another training. {@link TrainingPipeline} also supports
 * checkpoints and a given vocabulary.
 */
public final class Training {
  private final Family family;
  private final List<Path> texts;
  private final CorpusReading reading;
  private final TrainingDevice device;
  private final Optional<Path> report;
  private final TrainingListener listener;

  private Training(
      Family family,
      List<Path> texts,
      CorpusReading reading,
      TrainingDevice device,
      Optional<Path> report,
      TrainingListener listener) {
    this.family = family;
    this.texts = texts;
    this.reading = reading;
    this.device = device;
    this.report = report;
    this.listener = listener;
  }

  /** Creates a strategy from a family's configuration. */
  @FunctionalInterface
  private interface Family {
    TrainingStrategy<?> strategy(Training training, Corpus corpus, TrainingFiles files);
  }

  /** Returns a training of Word2Vec. */
  public static Training word2vec(Word2VecConfig config) {
    return of(
        (training, corpus, _) ->
            new Word2VecTraining(
                config, training.reading, corpus, new Word2VecBackend.Own(training.device)));
  }

  /** Returns a training of FastText; {@code NAME.bin} keeps the n-grams. */
  public static Training fasttext(FastTextConfig config) {
    return of(
        (training, corpus, files) ->
            new FastTextTraining(config, training.reading, corpus, null, training.device, files));
  }

  /**
   * Returns a training of GloVe.
   *
   * @param counting how co-occurrences are counted
   * @param memory bytes for text and counts; the rest goes to temporary files beside the output
   */
  public static Training glove(GloVeConfig config, CooccurrenceConfig counting, long memory) {
    return of(
        (training, corpus, files) -> {
          Path folder = Objects.requireNonNull(files.output().toAbsolutePath().getParent());
          Cooccurrences.Resources resources =
              new Cooccurrences.Resources(config.execution().threads(), memory, folder);
          return new GloVeTraining(
              config,
              new CountingPlan(training.reading, counting, resources),
              new GloVeTraining.Source.Text(corpus),
              training.device);
        });
  }

  private static Training of(Family family) {
    return new Training(
        family,
        List.of(),
        new CorpusReading(
            Corpus.Reading.PLAIN,
            Tokenization.DEFAULT,
            Optional.empty(),
            new VocabularyLimits(VocabularyLimits.DEFAULT_MINIMUM_COUNT, 0)),
        TrainingDevice.CPU,
        Optional.empty(),
        TrainingListener.NONE);
  }

  /**
   * Returns this training on files and folders of text, compressed or not, with one sentence per
   * line.
   */
  public Training on(Path... files) {
    return new Training(family, List.of(files), reading, device, report, listener);
  }

  /** Returns this training with other settings for reading text. */
  public Training reading(CorpusReading other) {
    return new Training(family, texts, other, device, report, listener);
  }

  /** Returns this training on a device other than the CPU. */
  public Training device(TrainingDevice other) {
    return new Training(family, texts, reading, other, report, listener);
  }

  /** Returns this training with a report in JSON. */
  public Training report(Path file) {
    return new Training(family, texts, reading, device, Optional.of(file), listener);
  }

  /** Returns this training with a listener for progress and notes. */
  public Training listener(TrainingListener other) {
    return new Training(family, texts, reading, device, report, other);
  }

  /**
   * Trains, and writes the model in the format of the file's extension. An existing file is
   * replaced only if the training succeeds.
   *
   * @throws IllegalArgumentException if the extension is unknown
   * @throws org.wordvec.library.FailedException if there is not enough memory or disk space, or the
   *     Vector API's module is missing
   * @throws org.wordvec.compute.training.DivergedException if the vectors grow without bound
   */
  public void writeTo(Path output) throws IOException, InterruptedException {
    TrainingFiles files = files(output);
    files.check(texts);
    train(family.strategy(this, corpus(), files), files);
  }

  /**
   * Reads the whole text, trains for a few seconds, and returns an estimate for the whole training.
   */
  public TrainingPlan plan(Path output) throws IOException, InterruptedException {
    TrainingFiles files = files(output);
    return plan(family.strategy(this, corpus(), files), files);
  }

  private <D extends TrainingData> void train(TrainingStrategy<D> strategy, TrainingFiles files)
      throws IOException, InterruptedException {
    new TrainingPipeline<>(strategy, TrainingSettings.of(files), listener).train();
  }

  private <D extends TrainingData> TrainingPlan plan(
      TrainingStrategy<D> strategy, TrainingFiles files) throws IOException, InterruptedException {
    return new TrainingPipeline<>(strategy, TrainingSettings.of(files), listener).plan();
  }

  private TrainingFiles files(Path output) throws IOException {
    return TrainingFiles.to(output)
        .withReport(
            report.map(file -> new ReportFile(file, null, ReportFile.Layout.JSON)).orElse(null));
  }

  private Corpus corpus() throws IOException {
    // To the command line, a dash is standard input.
    return Corpus.of(
        texts.stream().map(text -> text.toString().equals("-") ? "./-" : text.toString()).toList(),
        InputStream.nullInputStream(),
        reading.source());
  }
}
