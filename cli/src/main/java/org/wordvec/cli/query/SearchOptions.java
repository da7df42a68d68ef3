package org.wordvec.cli.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.CountOption;
import org.wordvec.cli.base.EnglishList;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;
import org.wordvec.library.FailedException;
import org.wordvec.library.Quantity;
import org.wordvec.vectors.search.ExpressionLimitException;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.vectors.search.SearchScope;
import picocli.CommandLine.Option;

/** Options for the number of results and the words that may be results. */
final class SearchOptions extends CountOption {
  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Search only the first N words of the model, which are the most frequent; 0 for all"
              + " (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Return only words that occur at least N times, by the counts of --vocabulary (default:"
              + " ${DEFAULT-VALUE}).")
  private long minCount;

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "File of words and their counts, as written by 'wordvec vocab' (default: none).")
  private @Nullable Path vocabulary;

  @Option(
      names = "--match",
      paramLabel = "REGEX",
      description =
          "Return only words that contain a match of this Java regular expression; anchor it with ^"
              + " and $ to match whole words (default: any word).")
  private @Nullable Pattern match;

  @Option(
      names = "--exclude",
      paramLabel = "WORD[,WORD...]",
      hideParamSyntax = true,
      split = ",",
      description = "Exclude these words from the results (default: the words of the query).")
  private List<String> excluded = List.of();

  @Option(
      names = "--exclude-from",
      paramLabel = "FILE",
      description =
          "Exclude the words in this file, one per line, from the results (default: none).")
  private @Nullable Path excludedFile;

  @Override
  public int checked() {
    if (top < 0 || minCount < 0) {
      throw new IllegalArgumentException("--top and --min-count must be 0 or more");
    }
    if (minCount > 0 != (vocabulary != null)) {
      throw new IllegalArgumentException("--min-count and --vocabulary belong together");
    }
    return super.checked();
  }

  /**
   * Returns a search restricted to the words that pass these options.
   *
   * @param terminal receives warnings about options without effect
   * @throws FailedException if no word is left
   */
  Neighbors within(Neighbors all, Terminal terminal) throws IOException {
    if (match != null && match.pattern().isEmpty()) {
      throw new IllegalArgumentException("--match: empty expression (is a variable unset?)");
    }
    if (excluded.contains("")) {
      throw new IllegalArgumentException("--exclude: empty word (is a variable unset?)");
    }
    SearchScope scope =
        new SearchScope(top, minCount, Optional.ofNullable(match), excludedWords(terminal));
    if (scope.isAll()) {
      return all;
    }
    noteUnknown(all.vectors().words(), scope.excluded(), terminal);
    Neighbors left = within(all, scope, counts(terminal));
    if (left.candidateCount() == 0) {
      throw new FailedException(
          "none of the model's %s passes the filters: %s"
              .formatted(
                  Quantity.of(all.vectors().size(), "word"), String.join(", ", restrictions())));
    }
    return left;
  }

  private static Neighbors within(Neighbors all, SearchScope scope, SearchScope.Counts counts) {
    try {
      return all.within(scope, counts);
    } catch (ExpressionLimitException e) {
      throw new FailedException("--match: " + e.getMessage(), e);
    }
  }

  /**
   * Prints which excluded words the model does not have, since they may be misspelt. For a list,
   * prints a note only if the model has none of its words.
   */
  private void noteUnknown(WordList words, Set<String> all, Terminal terminal) {
    List<String> unknown = excluded.stream().filter(word -> words.indexOf(word) < 0).toList();
    if (!unknown.isEmpty()) {
      terminal
          .err()
          .println(
              "wordvec: --exclude: no word of the model is " + EnglishList.alternatives(unknown));
    }
    if (excludedFile != null
        && all.stream().noneMatch(word -> !excluded.contains(word) && words.indexOf(word) >= 0)) {
      terminal.err().println("wordvec: --exclude-from: no word of the model is in " + excludedFile);
    }
  }

  private List<String> restrictions() {
    List<String> given = new ArrayList<>();
    if (top > 0) {
      given.add("--top " + top);
    }
    if (minCount > 0) {
      given.add("--min-count " + minCount + " by " + vocabulary);
    }
    if (match != null) {
      given.add("--match " + match);
    }
    if (!excluded.isEmpty()) {
      given.add("--exclude");
    }
    if (excludedFile != null) {
      given.add("--exclude-from " + excludedFile);
    }
    return given;
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
