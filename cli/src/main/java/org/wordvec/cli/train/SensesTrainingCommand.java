package org.wordvec.cli.train;

import java.io.IOException;
import java.util.List;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.EngineChoice;
import org.wordvec.cli.text.SparkOptions;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.library.training.ClusterRun;
import org.wordvec.library.training.SensesTraining;
import org.wordvec.library.training.TrainingDevice;
import org.wordvec.library.training.TrainingFiles;
import org.wordvec.library.training.TrainingStrategy;
import org.wordvec.senses.files.SenseFile;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec train senses}. */
@Command(
    name = "senses",
    customSynopsis = "wordvec train senses [OPTIONS] CORPUS... -o FILE",
    description = {
      "Trains a vector for each sense of a word: bank#1, bank#2.",
      "Word2Vec trains words for --epochs. Their contexts are divided into senses, which are"
          + " trained for two more epochs. FILE.senses keeps what 'senses', 'disambiguate' and"
          + " 'senses evaluate' need. Computes on the CPU."
    },
    footer = {
      "  wordvec train senses corpus.txt -o senses.bin",
      "  wordvec train senses wiki/ -o senses.bin --concentration 0.25 --max-senses 10",
      "  wordvec senses senses.bin bank --context \"the bank of the river\""
    })
public final class SensesTrainingCommand extends PredictionCommand {
  @Mixin(name = GroupedOptions.SENSES)
  private final SenseOptions senses = new SenseOptions();

  private final SparkOptions engine = new ThisMachine();

  /** The only engine, which no option names. */
  private static final class ThisMachine extends SparkOptions {
    @Override
    public EngineChoice engine() {
      return new EngineChoice.Own();
    }
  }

  public SensesTrainingCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> check() {
    senses.settings();
    if (config().objective() instanceof Objective.HierarchicalSoftmax) {
      throw new IllegalArgumentException(
          "senses are trained with negative sampling: omit --objective");
    }
    if (asksForGpu()) {
      throw new IllegalArgumentException(
          "senses are trained on the CPU: omit --device and --gpu-concurrency");
    }
    return List.of();
  }

  @Override
  boolean needsCpu() {
    return true;
  }

  @Override
  void checkFormat(TrainingFiles files, Notes notes) throws IOException {
    OutputFile.check(SenseFile.beside(files.output()));
  }

  @Override
  TrainingStrategy<?> onThisMachine(Setting setting, Corpus texts, TrainingDevice device) {
    return new SensesTraining(config(), senses.settings(), setting.reading(), texts);
  }

  @Override
  TrainingStrategy<?> onCluster(Setting setting, ClusterRun job) {
    throw new IllegalStateException("there is no option for a cluster");
  }

  private Word2VecConfig config() {
    return prediction(
        NegativeSampling.DEFAULT_NOISE_EXPONENT, Word2VecConfig.defaultRate(architecture()));
  }

  @Override
  SparkOptions engine() {
    return engine;
  }

  @Override
  protected String memoryAdvice() {
    return "lower --dim, --max-senses or --max-vocabulary, or raise --min-count";
  }
}
