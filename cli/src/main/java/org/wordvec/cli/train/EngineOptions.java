package org.wordvec.cli.train;

import org.wordvec.cli.text.EngineChoice;
import org.wordvec.cli.text.SparkOptions;
import picocli.CommandLine.Option;

/** Whose trainer. */
final class EngineOptions extends SparkOptions {
  @Option(
      names = "--engine",
      paramLabel = "wordvec|deeplearning4j|spark[=MASTER]",
      converter = EngineChoice.Trainers.class,
      completionCandidates = EngineChoice.Trainers.class,
      defaultValue = "wordvec",
      description =
          "Whose trainer: ours; ours on a cluster of Apache Spark, such as spark=local[4],"
              + " spark=spark://host:7077, spark=yarn; or Deeplearning4j's by way of the bridge,"
              + " which is far slower and takes no --device (default: ${DEFAULT-VALUE}).")
  private EngineChoice engine = new EngineChoice.Own();

  @Override
  public EngineChoice engine() {
    return engine;
  }
}
