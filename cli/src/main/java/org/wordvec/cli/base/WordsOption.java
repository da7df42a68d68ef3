package org.wordvec.cli.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the words of a file are that has none. */
public final class WordsOption {
  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "Read the words of MODEL's rows from this file, one per line, if MODEL stores no words"
              + " (default: NAME.vocab or NAME.txt beside NAME.npy or NAME.safetensors).")
  @Nullable
  public Path vocabulary;
}
