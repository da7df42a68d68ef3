package org.wordvec.corpora;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fair plain text of MediaWiki's markup: prose, list items and headings stay; templates, tables,
 * references, files, categories and tags go. Templates are not expanded, so what they would print
 * (dates, conversions) is missing.
 */
final class WikiText {
  private static final Pattern COMMENTS = Pattern.compile("(?s)<!--.*?(-->|\\z)");
  private static final Pattern DROPPED_ELEMENTS =
      Pattern.compile(
          "(?is)<(ref|math|chem|gallery|timeline|score|source|syntaxhighlight|imagemap|graph"
              + "|mapframe|templatestyles|hiero)\\b[^<>]*?(/>|>.*?</\\1\\s*>)");
  private static final Pattern TAGS = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern EXTERNAL_LINKS =
      Pattern.compile("\\[(?:https?:|ftp:|mailto:)?//?[^\\s\\]]*(?:\\s+([^\\]]*))?\\]");
  private static final Pattern ADDRESSES = Pattern.compile("(?:https?|ftp)://\\S+");
  private static final Pattern VARIANTS = Pattern.compile("-\\{([^{}]*)\\}-");
  private static final Pattern LINE_MARKS =
      Pattern.compile("(?m)^[ \\t]*(?:=+|[*#:;]+)[ \\t]*|[ \\t]*=+[ \\t]*$|^-{4,}");
  private static final Pattern MAGIC_WORDS = Pattern.compile("__[A-Z]+__");
  private static final Pattern QUOTES = Pattern.compile("'{2,5}");
  private static final Pattern ENTITIES =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
  private static final Pattern EMPTY_BRACKETS = Pattern.compile("[(（][\\s,;，；、]*[)）]");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("thinsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("middot", "\u00b7"),
          Map.entry("minus", "\u2212"),
          Map.entry("times", "\u00d7"),
          Map.entry("deg", "\u00b0"),
          Map.entry("hellip", "\u2026"));

  private WikiText() {}

  static String plain(String markup) {
    String text = COMMENTS.matcher(markup).replaceAll("");
    text = DROPPED_ELEMENTS.matcher(text).replaceAll("");
    text = WikiBrackets.withoutNested(text, "{{", "}}");
    text = WikiBrackets.withoutNested(text, "{|", "|}");
    text = WikiBrackets.links(text);
    text = VARIANTS.matcher(text).replaceAll(WikiText::variant);
    text = EXTERNAL_LINKS.matcher(text).replaceAll("$1");
    text = ADDRESSES.matcher(text).replaceAll("");
    text = TAGS.matcher(text).replaceAll("");
    text = QUOTES.matcher(text).replaceAll("");
    text = MAGIC_WORDS.matcher(text).replaceAll("");
    text = LINE_MARKS.matcher(text).replaceAll("");
    text = ENTITIES.matcher(text).replaceAll(WikiText::entity);
    return EMPTY_BRACKETS.matcher(text).replaceAll("");
  }

  /** Of Chinese variants {@code -{zh-hans:软件;zh-hant:軟體}-} the first. */
  private static String variant(java.util.regex.MatchResult match) {
    String first = match.group(1).split(";", 2)[0];
    return Matcher.quoteReplacement(first.substring(first.lastIndexOf(':') + 1));
  }

  private static String entity(java.util.regex.MatchResult match) {
    String name = match.group(1);
    String text = match.group();
    if (name.startsWith("#")) {
      boolean hex = name.toLowerCase(Locale.ROOT).startsWith("#x");
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean printable = Character.isValidCodePoint(point) && point >= ' ';
      text = printable ? Character.toString(point) : " ";
    } else {
      text = NAMED.getOrDefault(name, text);
    }
    return Matcher.quoteReplacement(text);
  }
}
