package org.wordvec.cli.base;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.search.Suggestions;

/** Finds names of options or commands similar to a misspelt one. */
final class SimilarNames {
  private static final int MAXIMUM = 3;
  private static final int MINIMUM_PREFIX = 3;

  private SimilarNames() {}

  /**
   * Returns at most three names: those that differ from the word only in case, dashes and
   * underscores; or else those that begin with it; or else those with a similar spelling.
   */
  static List<String> of(String word, Collection<String> names) {
    return Stream.of(
            names.stream().filter(name -> plain(name).equals(plain(word))).toList(),
            plain(word).length() < MINIMUM_PREFIX
                ? List.<String>of()
                : names.stream().filter(name -> plain(name).startsWith(plain(word))).toList(),
            new Suggestions(WordList.of(List.copyOf(names))).of(word))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .limit(MAXIMUM)
        .toList();
  }

  private static String plain(String name) {
    return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }
}
