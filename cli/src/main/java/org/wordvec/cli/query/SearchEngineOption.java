package org.wordvec.cli.query;

import java.io.IOException;
import org.wordvec.library.Bridge;
import org.wordvec.vectors.search.SearchEngine;
import picocli.CommandLine.Option;

/** Option for the search backend. */
final class SearchEngineOption {
  @Option(
      names = "--engine",
      paramLabel = "wordvec|nd4j",
      defaultValue = "wordvec",
      description =
          "Search backend: wordvec's own, or ND4J from the Deeplearning4j extension (default:"
              + " ${DEFAULT-VALUE}).")
  SearchEngineKind engine = SearchEngineKind.WORDVEC;

  SearchEngine engine() throws IOException {
    return switch (engine) {
      case WORDVEC -> SearchEngine.BUILT_IN;
      case ND4J -> Bridge.search();
    };
  }
}
