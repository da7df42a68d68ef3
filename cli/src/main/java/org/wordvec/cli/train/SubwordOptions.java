package org.wordvec.cli.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.fasttext.Subwords;
import picocli.CommandLine.Option;

/** Options for n-grams and for the initial vectors of words. */
final class SubwordOptions {
  @Option(
      names = "--min-n",
      paramLabel = "N",
      defaultValue = "" + Subwords.DEFAULT_MINIMUM_LENGTH,
      description =
          "Shortest n-gram; use 1, with --max-n 3, for Chinese (default: ${DEFAULT-VALUE}"
              + " characters).")
  int minimumLength;

  @Option(
      names = "--max-n",
      paramLabel = "N",
      defaultValue = "" + Subwords.DEFAULT_MAXIMUM_LENGTH,
      description = "Longest n-gram; 0 for no n-grams (default: ${DEFAULT-VALUE} characters).")
  int maximumLength;

  @Option(
      names = "--buckets",
      paramLabel = "N",
      defaultValue = "" + Subwords.DEFAULT_BUCKETS,
      description =
          "Number of rows that the n-grams share by hashing; each takes 4 bytes times --dim in"
              + " memory and in the file (default: ${DEFAULT-VALUE} rows).")
  int buckets;

  @Option(
      names = "--pretrained",
      paramLabel = "FILE",
      description =
          "Initialise the words with the vectors in this file, in any supported format (default:"
              + " random).")
  @Nullable Path pretrained;

  Subwords subwords() {
    return new Subwords(minimumLength, maximumLength, buckets);
  }
}
