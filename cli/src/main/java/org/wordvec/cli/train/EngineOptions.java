package org.wordvec.cli.train;

import org.wordvec.cli.text.EngineChoice;
import org.wordvec.cli.text.SparkOptions;
import picocli.CommandLine.Option;

/** Option for the training engine of Word2Vec. */
final class EngineOptions extends SparkOptions {
  @Option(
      names = "--engine",
      paramLabel = "wordvec|deeplearning4j|spark[=MASTER]",
      converter = EngineChoice.Trainers.class,
      completionCandidates = EngineChoice.Trainers.class,
      defaultValue = "wordvec",
      description =
          "Training engine: wordvec on this machine; spark, which runs wordvec on an Apache Spark"
              + " cluster, such as spark=local[4], spark=yarn or spark=spark://host:7077; or"
              + " deeplearning4j, which needs its extension, is far slower and does not support"
              + " --device (default: ${DEFAULT-VALUE}).")
  private EngineChoice engine = new EngineChoice.Own();

  @Override
  public EngineChoice engine() {
    return engine;
  }
}
