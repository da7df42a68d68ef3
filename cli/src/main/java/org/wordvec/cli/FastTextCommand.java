package org.wordvec.cli;

import java.io.IOException;
import java.util.List;
import org.wordvec.corpora.Corpus;
import org.wordvec.fasttext.FastTextConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec train fasttext}: everything that can be wrong is found before any work. */
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
final class FastTextCommand extends BaseCommand {
  @Parameters(
      paramLabel = "CORPUS",
      arity = "1..*",
      description =
          "Text files or folders of them, plain, .gz or .zst; - is standard input. A line is a"
              + " sentence, white space separates words.")
  private List<String> corpus = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final CorpusOptions reading = new CorpusOptions();

  @Mixin(name = GroupedOptions.VOCABULARY)
  private final VocabularyOptions vocabulary = new VocabularyOptions();

  @Mixin(name = GroupedOptions.MODEL)
  private final ModelOptions model = new ModelOptions();

  @Mixin(name = GroupedOptions.SUBWORDS)
  private final SubwordOptions subwords = new SubwordOptions();

  @Mixin(name = GroupedOptions.TRAINING)
  private final TrainingOptions training = new TrainingOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final TrainingOutputOptions output = new TrainingOutputOptions();

  FastTextCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run() throws IOException, InterruptedException {
    FastTextConfig config = config();
    CorpusReading texts = new CorpusReading(reading.tokenization(), vocabulary.limits());
    TrainingFiles files = new TrainingFiles(output, vocabulary);
    Notes notes = new Notes(terminal().err(), output.quiet);
    files.check(corpus);
    TrainingDevice device = training.device(notes);
    FastTextTraining work = new FastTextTraining(config, texts, files, subwords.pretrained, device);
    work.run(Corpus.of(corpus, terminal().in()), terminal(), notes);
    return ExitCode.OK;
  }

  @Override
  String memoryAdvice() {
    return "lower --buckets, --dim or --max-vocabulary, or raise --min-count";
  }

  private FastTextConfig config() {
    return new FastTextConfig(
        model.prediction(
            FastTextConfig.DEFAULT_NOISE_EXPONENT,
            training.schedule(FastTextConfig.DEFAULT_LEARNING_RATE),
            training.execution()),
        subwords.subwords());
  }
}
