package org.wordvec.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which words are on a map. */
final class MapWordsOptions {
  private static final int DEFAULT_TOP = 500;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "The N most frequent words (default: "
              + DEFAULT_TOP
              + ", or none with --words or --neighbors-of).")
  @Nullable Integer top;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description = "The words of this file, one on a line; - is standard input (default: none).")
  @Nullable Path words;

  @Option(
      names = "--neighbors-of",
      paramLabel = "WORD",
      description =
          "This word, which is marked, and those nearest to it; may be given several times"
              + " (default: none).")
  List<String> centres = new ArrayList<>();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      defaultValue = "100",
      description = "Words for each --neighbors-of (default: ${DEFAULT-VALUE} words).")
  int count;

  void check() {
    if (count < 1 || (top != null && top < 1)) {
      throw new IllegalArgumentException("--top and -k must be at least 1");
    }
  }

  /** How many of the most frequent words are wanted. */
  int top() {
    if (top != null) {
      return top;
    }
    return words == null && centres.isEmpty() ? DEFAULT_TOP : 0;
  }
}
