package org.wordvec.corpora.wikipedia;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A fair plain text of MediaWiki's markup: prose, list items and headings stay; templates, tables,
 * footnotes, files, categories, formulas and tags go. Templates are not expanded, so what they
 * would print (dates, conversions) is missing.
 */
public final class WikiText {
  private WikiText() {}

  /** Returns what a reader sees of a page, apart from what templates would print. */
  public static String plain(String markup, LinkPrefixes prefixes) {
    CharSequence text = markup;
    for (UnaryOperator<CharSequence> stage : stages(prefixes)) {
      text = stage.apply(text);
    }
    return text.toString();
  }

  /** Returns the stages in their order, which is MediaWiki's. */
  static List<UnaryOperator<CharSequence>> stages(LinkPrefixes prefixes) {
    return List.of(
        Protection::prepare,
        text -> SpanWriter.write(text, SpanFinder.find(text), prefixes),
        Tags::without,
        Lines::plain,
        CharacterReferences::decode,
        EmptyBrackets::without);
  }
}
