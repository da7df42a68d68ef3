package org.wordvec.cli;

import picocli.CommandLine.Option;

/** Whose trainer. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "wordvec|deeplearning4j",
      converter = EngineChoices.class,
      completionCandidates = EngineChoices.class,
      defaultValue = "wordvec",
      description =
          "Whose trainer: ours, or Deeplearning4j's by way of the bridge, which is far slower and"
              + " takes no --device (default: ${DEFAULT-VALUE}).")
  EngineKind engine = EngineKind.WORDVEC;
}
