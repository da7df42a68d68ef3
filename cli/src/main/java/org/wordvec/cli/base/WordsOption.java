package org.wordvec.cli.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option for the words of a file that stores vectors only. */
public final class WordsOption {
  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "File with the words of MODEL's rows, one per line, if MODEL has none (default:"
              + " NAME.vocab or NAME.txt beside NAME.npy or NAME.safetensors).")
  @Nullable
  public Path vocabulary;
}
