package org.wordvec.cli.train;

import java.io.IOException;
import java.util.List;
import org.wordvec.cli.base.Bridge;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CorpusReading;
import org.wordvec.cli.text.EngineChoice;
import org.wordvec.cli.text.SparkOptions;
import org.wordvec.cluster.Cluster;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;
import org.wordvec.word2vec.Word2VecEngine;
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
  Work work() throws IOException {
    Word2VecConfig config = config();
    return switch (engine.engine()) {
      case EngineChoice.Own _, EngineChoice.Spark _ ->
          (setting, text, terminal, notes) ->
              new Word2VecTraining(config, setting, new Word2VecTrainer.Own(device(setting, notes)))
                  .run(text.open(), terminal, notes);
      case EngineChoice.Deeplearning4j _ -> withDeeplearning4j(config);
    };
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
  Description description(CorpusReading reading) {
    return new Description("word2vec", ConfigurationDocument.of(config(), reading));
  }

  @Override
  ClusterTraining.Training onCluster(Setting setting) {
    Word2VecConfig config = config();
    return (cluster, vocabulary, arena, progress, _) -> {
      Word2Vec.Trained trained =
          cluster.word2vec(
              new Cluster.Prediction<>(engineText(setting), vocabulary, config), arena, progress);
      return new ClusterTraining.Result(
          trained.report(),
          trained::vectors,
          () -> {
            setting.files().writeModel(trained, vocabulary, config);
            return setting.files().format().description();
          });
    };
  }

  private Work withDeeplearning4j(Word2VecConfig config) throws IOException {
    if (!anyDevice()) {
      throw new IllegalArgumentException(
          "--engine deeplearning4j computes on what the bridge was built for: leave --device and"
              + " --gpu-concurrency out");
    }
    if (checkpointsOrPlan()) {
      throw new IllegalArgumentException(
          "--engine deeplearning4j neither saves its trainings nor plans them: leave --checkpoint,"
              + " --resume and --plan out");
    }
    Word2VecEngine trainer = Bridge.trainer();
    List<String> remarks = trainer.check(config);
    return (setting, text, terminal, notes) -> {
      remarks.forEach(notes::say);
      new Word2VecTraining(config, setting, new Word2VecTrainer.Foreign(trainer))
          .run(text.open(), terminal, notes);
    };
  }

  @Override
  protected String memoryAdvice() {
    return "lower --dim or --max-vocabulary, or raise --min-count";
  }
}
