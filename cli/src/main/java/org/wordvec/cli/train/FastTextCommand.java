package org.wordvec.cli.train;

import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CorpusReading;
import org.wordvec.cli.text.CountingEngineOptions;
import org.wordvec.cli.text.SparkOptions;
import org.wordvec.cluster.Cluster;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.CompressedFormat;
import org.wordvec.vectors.formats.Word2VecBinary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec train fasttext}. */
@Command(
    name = "fasttext",
    customSynopsis = "wordvec train fasttext [OPTIONS] CORPUS... -o FILE",
    description = {
      "Trains FastText: Word2Vec with vectors made of character n-grams.",
      "Such a model has vectors for words that it has never seen. NAME.bin is fastText's own"
          + " format and keeps the n-grams; the other formats keep the vectors of the words alone."
          + " Chinese words are short: use --min-n 1 --max-n 3."
    },
    footer = {
      "  wordvec train fasttext corpus.txt -o model.bin",
      "  wordvec train fasttext chinese.txt -o chinese.bin --min-n 1 --max-n 3",
      "  wordvec train fasttext corpus.txt -o words.vec --max-n 0 --epochs 10"
    })
public final class FastTextCommand extends PredictionCommand {
  @Mixin(name = GroupedOptions.SUBWORDS)
  private final SubwordOptions subwords = new SubwordOptions();

  @Mixin(name = GroupedOptions.ENGINE)
  private final CountingEngineOptions engine = new CountingEngineOptions();

  public FastTextCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work work() {
    FastTextConfig config = config();
    return (setting, text, terminal, notes) ->
        new FastTextTraining(config, setting, subwords.pretrained, device(setting, notes))
            .run(text.open(), terminal, notes);
  }

  /** A packed .bin would be word2vec's: fastText's is mapped, and so is never packed. */
  @Override
  void checkFormat(TrainingFiles files, Notes notes) {
    if (files.format() instanceof CompressedFormat packed
        && packed.format() instanceof Word2VecBinary) {
      String end = packed.compression().extension();
      throw new IllegalArgumentException(
          "%s: fastText's .bin is not packed; take NAME.bin, or NAME.vec%s for the vectors of the"
                  .formatted(files.output(), end)
              + " words alone");
    }
    if (subwords.subwords().buckets() > 0 && !(files.format() instanceof Word2VecBinary)) {
      notes.say(
          "%s keeps the vectors of the words alone; NAME.bin keeps the n-grams too"
              .formatted(files.output()));
    }
  }

  private FastTextConfig config() {
    return new FastTextConfig(
        prediction(FastTextConfig.DEFAULT_NOISE_EXPONENT, FastTextConfig.DEFAULT_LEARNING_RATE),
        subwords.subwords());
  }

  @Override
  SparkOptions engine() {
    return engine;
  }

  @Override
  Description description(CorpusReading reading) {
    return new Description("fasttext", ConfigurationDocument.of(config(), reading));
  }

  @Override
  ClusterTraining.Training onCluster(Setting setting) {
    FastTextConfig config = config();
    return (cluster, vocabulary, arena, progress, notes) -> {
      WordVectors start = Pretrained.open(subwords.pretrained, config, arena, terminal());
      Pretrained.check(start, vocabulary, notes);
      FastText.Trained trained =
          cluster.fasttext(
              new Cluster.Prediction<>(engineText(setting), vocabulary, config),
              start,
              arena,
              progress);
      return new ClusterTraining.Result(
          trained.report(),
          () -> trained.model().wordVectors(arena),
          () ->
              FastTextTraining.write(
                  trained, vocabulary, setting.files(), setting.reading().limits(), arena));
    };
  }

  @Override
  protected String memoryAdvice() {
    return "lower --buckets, --dim or --max-vocabulary, or raise --min-count";
  }
}
