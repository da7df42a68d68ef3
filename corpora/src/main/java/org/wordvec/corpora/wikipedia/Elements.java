package org.wordvec.corpora.wikipedia;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements of HTML and MediaWiki extensions that occur in wiki text. */
final class Elements {
  /** Elements whose content is not wiki text, or is not shown in place. */
  private static final Map<String, Span.Kind> OPAQUE =
      Map.ofEntries(
          Map.entry("nowiki", Span.Kind.VERBATIM),
          Map.entry("pre", Span.Kind.VERBATIM),
          Map.entry("includeonly", Span.Kind.OMITTED),
          Map.entry("ref", Span.Kind.OMITTED),
          Map.entry("references", Span.Kind.OMITTED),
          Map.entry("math", Span.Kind.OMITTED),
          Map.entry("chem", Span.Kind.OMITTED),
          Map.entry("ce", Span.Kind.OMITTED),
          Map.entry("gallery", Span.Kind.OMITTED),
          Map.entry("timeline", Span.Kind.OMITTED),
          Map.entry("score", Span.Kind.OMITTED),
          Map.entry("source", Span.Kind.OMITTED),
          Map.entry("syntaxhighlight", Span.Kind.OMITTED),
          Map.entry("imagemap", Span.Kind.OMITTED),
          Map.entry("graph", Span.Kind.OMITTED),
          Map.entry("chart", Span.Kind.OMITTED),
          Map.entry("mapframe", Span.Kind.OMITTED),
          Map.entry("maplink", Span.Kind.OMITTED),
          Map.entry("templatestyles", Span.Kind.OMITTED),
          Map.entry("templatedata", Span.Kind.OMITTED),
          Map.entry("hiero", Span.Kind.OMITTED),
          Map.entry("inputbox", Span.Kind.OMITTED),
          Map.entry("categorytree", Span.Kind.OMITTED),
          Map.entry("dynamicpagelist", Span.Kind.OMITTED),
          Map.entry("indicator", Span.Kind.OMITTED),
          Map.entry("rss", Span.Kind.OMITTED),
          Map.entry("quiz", Span.Kind.OMITTED));

  /** Elements whose tags are removed and whose content is separated from the words around it. */
  private static final Set<String> BLOCKS =
      Set.of(
          "blockquote",
          "br",
          "caption",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "li",
          "ol",
          "p",
          "poem",
          "table",
          "td",
          "th",
          "tr",
          "ul");

  /** Elements whose tags are removed and whose content stays part of the word around it. */
  private static final Set<String> INLINE =
      Set.of(
          "abbr",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "langconvert",
          "languages",
          "link",
          "mark",
          "meta",
          "noinclude",
          "onlyinclude",
          "phonos",
          "q",
          "rb",
          "rbc",
          "rp",
          "rt",
          "rtc",
          "ruby",
          "s",
          "samp",
          "section",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "translate",
          "tt",
          "tvar",
          "u",
          "var",
          "wbr");

  private static final int LONGEST = 16;

  private Elements() {}

  /** Returns the name of a tag in lower case, "" if none begins here. */
  static String nameAt(CharSequence text, int start) {
    int end = start;
    while (end < text.length()
        && end - start <= LONGEST
        && Characters.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean whole = end < text.length() && end > start && endsName(text.charAt(end));
    return whole && Characters.isLetter(text.charAt(start))
        ? text.subSequence(start, end).toString().toLowerCase(Locale.ROOT)
        : "";
  }

  /**
   * Returns the kind of span of an element whose content is not wiki text, null for other elements.
   */
  static Span.@Nullable Kind opaque(String name) {
    return OPAQUE.get(name);
  }

  /** Returns whether tags of this name are markup; MediaWiki shows others as text. */
  static boolean isKnown(String name) {
    return isBlock(name) || INLINE.contains(name) || OPAQUE.containsKey(name);
  }

  /** Returns whether a tag of this name separates words. */
  static boolean isBlock(String name) {
    return BLOCKS.contains(name);
  }

  private static boolean endsName(char c) {
    return c == '>' || c == '/' || Characters.isSpace(c);
  }
}
