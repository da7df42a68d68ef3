package org.wordvec.cli.text;

import org.wordvec.corpora.words.VocabularyLimits;
import picocli.CommandLine.Option;

/** How frequent a word must be. */
class VocabularyLimitOptions {
  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "" + VocabularyLimits.DEFAULT_MINIMUM_COUNT,
      description = "Drop words that occur fewer than N times (default: ${DEFAULT-VALUE} times).")
  long minimumCount;

  @Option(
      names = "--max-vocabulary",
      paramLabel = "WORDS",
      defaultValue = "0",
      description =
          "Keep only this number of most frequent words (default: ${DEFAULT-VALUE} words, which"
              + " means all).")
  int maximumSize;

  public final VocabularyLimits limits() {
    return new VocabularyLimits(minimumCount, maximumSize);
  }
}
