package org.wordvec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.VocabularyLimits;
import picocli.CommandLine.Option;

/** Which words get a vector. */
final class VocabularyOptions {
  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "" + VocabularyLimits.DEFAULT_MINIMUM_COUNT,
      description =
          "Leave out words that occur less often than this (default: ${DEFAULT-VALUE} times).")
  long minimumCount;

  @Option(
      names = "--max-vocabulary",
      paramLabel = "WORDS",
      defaultValue = "0",
      description =
          "Keep only this many of the most frequent words"
              + " (default: ${DEFAULT-VALUE} words, which means all).")
  int maximumSize;

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "Take words and counts from this file of 'word count' lines (default: count the corpus).")
  @Nullable Path vocabulary;

  @Option(
      names = "--save-vocabulary",
      paramLabel = "FILE",
      description = "Write the vocabulary as 'word count' lines (default: not written).")
  @Nullable Path saveVocabulary;

  VocabularyLimits limits() {
    return new VocabularyLimits(minimumCount, maximumSize);
  }
}
