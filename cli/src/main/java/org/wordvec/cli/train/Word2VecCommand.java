package org.wordvec.cli.train;

import java.io.IOException;
import java.util.List;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.EngineChoice;
import org.wordvec.cli.text.SparkOptions;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.library.Bridge;
import org.wordvec.library.training.ClusterRun;
import org.wordvec.library.training.ClusterWord2Vec;
import org.wordvec.library.training.TrainingDevice;
import org.wordvec.library.training.TrainingStrategy;
import org.wordvec.library.training.Word2VecBackend;
import org.wordvec.library.training.Word2VecTraining;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec train word2vec}. */
@Command(
    name = "word2vec",
    customSynopsis = "wordvec train word2vec [OPTIONS] CORPUS... -o FILE",
    description = "Trains Word2Vec: skip-gram or CBOW.",
    footer = {
      "  wordvec train word2vec text8 -o vectors.bin",
      "  wordvec train word2vec articles/ -o vectors.vec --architecture cbow",
      "  cat *.txt | wordvec train word2vec - -o all.bin --dim 300 --report all.json"
    })
public final class Word2VecCommand extends PredictionCommand {
  @Mixin(name = GroupedOptions.ENGINE)
  private final EngineOptions engine = new EngineOptions();

  public Word2VecCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> check() throws IOException {
    Word2VecConfig config = config();
    return switch (engine.engine()) {
      case EngineChoice.Own _, EngineChoice.Spark _ -> List.of();
      case EngineChoice.Deeplearning4j _ -> {
        requireDeeplearning4jOptions();
        yield Bridge.trainer().check(config);
      }
    };
  }

  @Override
  TrainingStrategy<?> onThisMachine(Setting setting, Corpus texts, TrainingDevice device)
      throws IOException {
    Word2VecBackend backend =
        engine.engine() instanceof EngineChoice.Deeplearning4j
            ? new Word2VecBackend.Foreign(Bridge.NAME, Bridge.trainer())
            : new Word2VecBackend.Own(device);
    return new Word2VecTraining(config(), setting.reading(), texts, backend);
  }

  @Override
  TrainingStrategy<?> onCluster(Setting setting, ClusterRun job) {
    return new ClusterWord2Vec(config(), job);
  }

  private Word2VecConfig config() {
    return prediction(
        NegativeSampling.DEFAULT_NOISE_EXPONENT, Word2VecConfig.defaultRate(architecture()));
  }

  @Override
  SparkOptions engine() {
    return engine;
  }

  private void requireDeeplearning4jOptions() {
    if (!anyDevice()) {
      throw new IllegalArgumentException(
          "--engine deeplearning4j computes on the device that the extension was built for: omit"
              + " --device and --gpu-concurrency");
    }
    if (checkpointsOrPlan()) {
      throw new IllegalArgumentException(
          "--engine deeplearning4j has no checkpoints or plans: omit --checkpoint,"
              + " --resume and --plan");
    }
  }

  @Override
  protected String memoryAdvice() {
    return "lower --dim or --max-vocabulary, or raise --min-count";
  }
}
