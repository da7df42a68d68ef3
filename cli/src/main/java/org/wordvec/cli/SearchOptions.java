package org.wordvec.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.Vocabulary;
import org.wordvec.corpora.VocabularyLimits;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.vectors.Neighbors;
import org.wordvec.vectors.SearchScope;
import picocli.CommandLine.Option;

/** How many answers a search gives, and which words may be answers. */
final class SearchOptions extends CountOption {
  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Search the first N words of the model alone, which are the most frequent; 0 for all"
              + " (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Answer only with words that occur N times or more, by the counts of --vocabulary"
              + " (default: ${DEFAULT-VALUE}).")
  private long minCount;

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description = "Words and their counts, as 'wordvec vocab' writes them (default: none).")
  private @Nullable Path vocabulary;

  @Option(
      names = "--match",
      paramLabel = "REGEX",
      description =
          "Answer only with words in which this Java regular expression is found; ^ and $ are a"
              + " word's ends (default: any word).")
  private @Nullable Pattern match;

  @Option(
      names = "--exclude",
      paramLabel = "WORD[,WORD...]",
      hideParamSyntax = true,
      split = ",",
      description = "Do not answer with these words (default: those of the question).")
  private List<String> excluded = List.of();

  @Option(
      names = "--exclude-from",
      paramLabel = "FILE",
      description = "Do not answer with the words in this file, one a line (default: none).")
  private @Nullable Path excludedFile;

  @Override
  int checked() {
    if (top < 0 || minCount < 0) {
      throw new IllegalArgumentException("--top and --min-count must be 0 or more");
    }
    if (minCount > 0 != (vocabulary != null)) {
      throw new IllegalArgumentException("--min-count and --vocabulary belong together");
    }
    return super.checked();
  }

  /** The search within what these options leave of the words. */
  Neighbors within(Neighbors all, Terminal terminal) throws IOException {
    SearchScope scope =
        new SearchScope(top, minCount, Optional.ofNullable(match), excludedWords(terminal));
    return scope.isAll() ? all : all.within(scope, counts(terminal));
  }

  private Set<String> excludedWords(Terminal terminal) throws IOException {
    Set<String> words = new HashSet<>(excluded);
    if (excludedFile != null) {
      try (NumberedLines lines = terminal.text(excludedFile).lines()) {
        while (lines.next()) {
          words.add(lines.text());
        }
      }
    }
    return words;
  }

  private SearchScope.Counts counts(Terminal terminal) throws IOException {
    if (vocabulary == null) {
      return SearchScope.Counts.UNKNOWN;
    }
    Vocabulary counted = Vocabulary.read(terminal.text(vocabulary), new VocabularyLimits(1, 0));
    return word -> {
      int id = counted.words().indexOf(word);
      return id < 0 ? OptionalLong.empty() : OptionalLong.of(counted.count(id));
    };
  }
}
