package org.wordvec.cli.text;

import picocli.CommandLine.Option;

/** Option for an engine that is this machine or a Spark cluster. */
public final class CountingEngineOptions extends SparkOptions {
  @Option(
      names = "--engine",
      paramLabel = "wordvec|spark[=MASTER]",
      converter = EngineChoice.Converter.class,
      completionCandidates = EngineChoice.Converter.class,
      defaultValue = "wordvec",
      description =
          "Run on this machine, or on an Apache Spark cluster: spark=local[4], spark=yarn,"
              + " spark=spark://host:7077; with Spark, files can be on any file system that Hadoop"
              + " supports (default: ${DEFAULT-VALUE}).")
  private EngineChoice engine = new EngineChoice.Own();

  @Override
  public EngineChoice engine() {
    return engine;
  }
}
