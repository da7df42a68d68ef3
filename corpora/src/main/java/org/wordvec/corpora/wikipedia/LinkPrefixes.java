package org.wordvec.corpora.wikipedia;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides by the part before the colon whether a link is visible in the text: files, categories and
 * links to other languages are not.
 *
 * <p>Other prefixes are not interpreted: {@code [[re:publica]]} is an article, {@code
 * [[wikt:word]]} a link to a dictionary, and both show their text.
 */
public final class LinkPrefixes {
  /** Prefixes for text that does not declare its namespaces. */
  public static final LinkPrefixes KNOWN = new LinkPrefixes(Set.of());

  /** Separator of the names for {@link #of}, which occurs in no name. */
  static final String SEPARATOR = "|";

  private final Set<String> declared;

  private LinkPrefixes(Set<String> declared) {
    this.declared = declared;
  }

  /**
   * Returns the prefixes of a wiki.
   *
   * @param names result of {@link Namespaces#hidden}
   */
  public static LinkPrefixes of(String names) {
    Set<String> declared = new HashSet<>();
    for (String name : names.split(Pattern.quote(SEPARATOR), -1)) {
      declared.add(NameList.normal(name));
    }
    return new LinkPrefixes(declared);
  }

  /** Returns whether a link with this prefix before its first colon is invisible. */
  boolean hides(CharSequence prefix) {
    String name = NameList.normal(prefix);
    return declared.contains(name) || Known.HIDDEN.contains(name) || Known.LANGUAGES.contains(name);
  }

  /** Loaded with the first link that contains a colon. */
  private static final class Known {
    static final Set<String> HIDDEN = NameList.read("hidden-namespaces.txt", "\\|");
    static final Set<String> LANGUAGES = NameList.read("languages.txt", " ");
  }
}
