package org.wordvec.cli.text;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which words get a vector. */
public final class VocabularyOptions extends VocabularyLimitOptions {
  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "Read words and counts from this file of 'word count' lines (default: count the corpus).")
  @Nullable
  public Path vocabulary;

  @Option(
      names = "--save-vocabulary",
      paramLabel = "FILE",
      description = "Write the vocabulary as 'word count' lines (default: not written).")
  @Nullable
  public Path saveVocabulary;
}
