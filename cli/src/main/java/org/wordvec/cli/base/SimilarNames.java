package org.wordvec.cli.base;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.search.Suggestions;

/** Finds the names of options or commands that somebody may have meant. */
final class SimilarNames {
  private static final int MOST = 3;
  private static final int LEAST_BEGINNING = 3;

  private SimilarNames() {}

  /**
   * The names that a word differs from in case, dashes and underscores alone; else those that it is
   * the beginning of; else those that are spelt almost like it.
   */
  static List<String> of(String word, Collection<String> names) {
    return Stream.of(
            names.stream().filter(name -> plain(name).equals(plain(word))).toList(),
            plain(word).length() < LEAST_BEGINNING
                ? List.<String>of()
                : names.stream().filter(name -> plain(name).startsWith(plain(word))).toList(),
            new Suggestions(WordList.of(List.copyOf(names))).of(word))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .limit(MOST)
        .toList();
  }

  private static String plain(String name) {
    return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }
}
