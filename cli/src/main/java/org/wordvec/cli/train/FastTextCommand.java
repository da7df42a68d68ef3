package org.wordvec.cli.train;

import java.util.List;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CountingEngineOptions;
import org.wordvec.cli.text.SparkOptions;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.library.training.ClusterFastText;
import org.wordvec.library.training.ClusterRun;
import org.wordvec.library.training.FastTextTraining;
import org.wordvec.library.training.TrainingDevice;
import org.wordvec.library.training.TrainingFiles;
import org.wordvec.library.training.TrainingStrategy;
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
      "Such a model also has vectors for out-of-vocabulary words. NAME.bin is fastText's own format"
          + " and keeps the n-grams; other formats keep only the vectors of words. Chinese words"
          + " are short: use --min-n 1 --max-n 3."
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
  List<String> check() {
    config();
    return List.of();
  }

  @Override
  TrainingStrategy<?> onThisMachine(Setting setting, Corpus texts, TrainingDevice device) {
    return new FastTextTraining(
        config(), setting.reading(), texts, subwords.pretrained, device, setting.files());
  }

  @Override
  TrainingStrategy<?> onCluster(Setting setting, ClusterRun job) {
    return new ClusterFastText(config(), subwords.pretrained, setting.files(), job);
  }

  /**
   * Throws for a compressed .bin, which would be word2vec's format: fastText's is memory-mapped and
   * never compressed. Prints a note if the format loses the n-grams.
   */
  @Override
  void checkFormat(TrainingFiles files, Notes notes) {
    if (files.format() instanceof CompressedFormat packed
        && packed.format() instanceof Word2VecBinary) {
      String end = packed.compression().extension();
      throw new IllegalArgumentException(
          "%s: fastText's .bin cannot be compressed; use NAME.bin, or NAME.vec%s for only the vectors of"
                  .formatted(files.output(), end)
              + " words");
    }
    if (subwords.subwords().buckets() > 0 && !(files.format() instanceof Word2VecBinary)) {
      notes.print(
          "%s keeps only the vectors of words; NAME.bin keeps the n-grams too"
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
  protected String memoryAdvice() {
    return "lower --buckets, --dim or --max-vocabulary, or raise --min-count";
  }
}
