package org.wordvec.cli.text;

import picocli.CommandLine.Option;

/** Who does the work, where that is this program on one machine or on many. */
public final class CountingEngineOptions extends SparkOptions {
  @Option(
      names = "--engine",
      paramLabel = "wordvec|spark[=MASTER]",
      converter = EngineChoice.Converter.class,
      completionCandidates = EngineChoice.Converter.class,
      defaultValue = "wordvec",
      description =
          "Run on this machine, or on an Apache Spark cluster: spark=local[4],"
              + " spark=spark://host:7077, spark=yarn; with Spark, files can be on any file system"
              + " that Hadoop supports (default: ${DEFAULT-VALUE}).")
  private EngineChoice engine = new EngineChoice.Own();

  @Override
  public EngineChoice engine() {
    return engine;
  }
}
