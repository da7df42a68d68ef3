package org.wordvec.corpora.wikipedia;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Converts MediaWiki's markup to plain text. Prose, list items and headings are kept; templates,
 * tables, footnotes, files, categories, formulas and tags are removed. Templates are not expanded,
 * so their output (dates, conversions) is missing.
 */
public final class WikiText {
  private WikiText() {}

  /** Returns the visible text of a page, without the output of templates. */
  public static String plain(String markup, LinkPrefixes prefixes) {
    CharSequence text = markup;
    for (UnaryOperator<CharSequence> stage : stages(prefixes)) {
      text = stage.apply(text);
    }
    return text.toString();
  }

  /** Returns the stages in MediaWiki's order. */
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
