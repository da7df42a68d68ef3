package org.wordvec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the words of a file are that has none. */
final class WordsOption {
  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "The words of MODEL's rows, one a line, where MODEL has none (default: NAME.vocab or"
              + " NAME.txt beside NAME.npy or NAME.safetensors).")
  @Nullable Path vocabulary;
}
