package org.wordvec.cli.query;

import java.io.IOException;
import org.wordvec.library.Bridge;
import org.wordvec.vectors.search.SearchEngine;
import picocli.CommandLine.Option;

/** Whose matrix products. */
final class SearchEngineOption {
  @Option(
      names = "--engine",
      paramLabel = "wordvec|nd4j",
      defaultValue = "wordvec",
      description =
          "Who multiplies matrices: we, or ND4J by way of the bridge to Deeplearning4j"
              + " (default: ${DEFAULT-VALUE}).")
  SearchEngineKind engine = SearchEngineKind.WORDVEC;

  SearchEngine engine() throws IOException {
    return switch (engine) {
      case WORDVEC -> SearchEngine.BUILT_IN;
      case ND4J -> Bridge.search();
    };
  }
}
