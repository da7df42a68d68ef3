package org.wordvec.cli;

import java.io.IOException;
import java.util.List;
import org.wordvec.corpora.Corpus;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec train word2vec}: everything that can be wrong is found before any work. */
@Command(
    name = "word2vec",
    customSynopsis = "wordvec train word2vec [OPTIONS] CORPUS... -o FILE",
    description = "Trains Word2Vec: skip-gram or CBOW.",
    footer = {
      "  wordvec train word2vec text8 -o vectors.bin",
      "  wordvec train word2vec articles/ -o vectors.vec --architecture cbow",
      "  cat *.txt | wordvec train word2vec - -o all.bin --dim 300 --report all.json"
    })
final class Word2VecCommand extends BaseCommand {
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

  @Mixin(name = GroupedOptions.TRAINING)
  private final TrainingOptions training = new TrainingOptions();

  @Mixin(name = GroupedOptions.OUTPUT)
  private final TrainingOutputOptions output = new TrainingOutputOptions();

  Word2VecCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run() throws IOException, InterruptedException {
    Word2VecConfig config = config();
    CorpusReading texts = new CorpusReading(reading.tokenization(), vocabulary.limits());
    TrainingFiles files = new TrainingFiles(output, vocabulary);
    Notes notes = new Notes(terminal().err(), output.quiet);
    files.check(corpus);
    TrainingDevice device = training.device(notes);
    Corpus opened = Corpus.of(corpus, terminal().in());
    new Word2VecTraining(config, texts, files, device).run(opened, terminal(), notes);
    return ExitCode.OK;
  }

  @Override
  String memoryAdvice() {
    return "lower --dim or --max-vocabulary, or raise --min-count";
  }

  private Word2VecConfig config() {
    return model.prediction(
        NegativeSampling.DEFAULT_NOISE_EXPONENT,
        training.schedule(Word2VecConfig.defaultRate(model.architecture)),
        training.execution());
  }
}
