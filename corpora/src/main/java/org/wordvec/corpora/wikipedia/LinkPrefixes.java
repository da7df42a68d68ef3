package org.wordvec.corpora.wikipedia;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides by the part before the colon whether a link shows text where it stands: files and
 * categories do not, nor do links to the same article in another language.
 *
 * <p>Of other prefixes nothing is assumed: {@code [[re:publica]]} is an article, {@code
 * [[wikt:word]]} a link to a dictionary, and both show their text.
 */
public final class LinkPrefixes {
  /** For a text that does not name its namespaces. */
  public static final LinkPrefixes KNOWN = new LinkPrefixes(Set.of());

  /** Stands between the names that {@link #of} takes; no name may hold it. */
  static final String SEPARATOR = "|";

  private final Set<String> declared;

  private LinkPrefixes(Set<String> declared) {
    this.declared = declared;
  }

  /**
   * Returns the prefixes of a wiki.
   *
   * @param names what {@link Namespaces#hidden} has put together
   */
  public static LinkPrefixes of(String names) {
    Set<String> declared = new HashSet<>();
    for (String name : names.split(Pattern.quote(SEPARATOR), -1)) {
      declared.add(NameList.normal(name));
    }
    return new LinkPrefixes(declared);
  }

  /** Whether a link with this before its first colon shows nothing. */
  boolean hides(CharSequence prefix) {
    String name = NameList.normal(prefix);
    return declared.contains(name) || Known.HIDDEN.contains(name) || Known.LANGUAGES.contains(name);
  }

  /** Read when the first link with a colon is met. */
  private static final class Known {
    static final Set<String> HIDDEN = NameList.read("hidden-namespaces.txt", "\\|");
    static final Set<String> LANGUAGES = NameList.read("languages.txt", " ");
  }
}
