package org.wordvec.corpora.wikipedia;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the namespaces that a dump declares at its beginning. */
public final class Namespaces {
  private static final Set<Integer> HIDDEN = Set.of(-2, 6, 14);

  private final Set<String> hidden = new LinkedHashSet<>();
  private final Set<String> others = new HashSet<>();

  /** Adds a namespace by its number and its name in this wiki. */
  public void add(int number, String name) {
    if (number == 0 || name.isBlank()) {
      return;
    }
    others.add(NameList.normal(name));
    if (HIDDEN.contains(number)) {
      hidden.add(NameList.normal(name));
    }
  }

  /** Returns the names for {@link LinkPrefixes#of}. */
  public String hidden() {
    return String.join(LinkPrefixes.SEPARATOR, hidden);
  }

  /**
   * Returns whether a page is an article, judging by its title if the dump does not declare its
   * namespace.
   */
  public boolean isArticle(String title) {
    int colon = title.indexOf(':');
    if (colon < 0) {
      return true;
    }
    String prefix = NameList.normal(title.substring(0, colon));
    return !others.contains(prefix)
        && !Known.CANONICAL.contains(prefix)
        && (!others.isEmpty() || !Known.ANY.contains(prefix));
  }

  private static final class Known {
    /** Names that are valid in wikis of every language. */
    static final Set<String> CANONICAL =
        Set.of(
            "media",
            "special",
            "talk",
            "user",
            "user talk",
            "project",
            "project talk",
            "file",
            "file talk",
            "image",
            "image talk",
            "mediawiki",
            "mediawiki talk",
            "template",
            "template talk",
            "help",
            "help talk",
            "category",
            "category talk");

    static final Set<String> ANY = any();

    private static Set<String> any() {
      Set<String> names = new HashSet<>(NameList.read("other-namespaces.txt", "\\|"));
      names.addAll(NameList.read("hidden-namespaces.txt", "\\|"));
      return Set.copyOf(names);
    }
  }
}
