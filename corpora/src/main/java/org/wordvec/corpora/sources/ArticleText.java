package org.wordvec.corpora.sources;

import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.text.Utf8;
import org.wordvec.corpora.wikipedia.CharacterReferences;
import org.wordvec.corpora.wikipedia.LinkPrefixes;
import org.wordvec.corpora.wikipedia.WikiText;

/**
 * Extracts the text of Wikipedia articles from pages of a dump or from WikiExtractor's output,
 * without its tag lines. WikiExtractor escapes {@code <}, {@code >} and {@code &} as in HTML, in
 * its JSON too.
 */
public final class ArticleText implements LineText {
  private final JsonField json;
  private final TextBlock field = new TextBlock(0);
  private String names = "";
  private LinkPrefixes prefixes = LinkPrefixes.KNOWN;

  /**
   * Creates an extractor.
   *
   * @param errors how malformed text in WikiExtractor's JSON is handled
   */
  public ArticleText(EncodingErrors errors) {
    json = new JsonField("text", errors);
  }

  @Override
  public void extract(TextBlock block, int start, int end, TextBlock out) throws CorpusException {
    if (start == end) {
      return;
    }
    if (block.bytes[start] == DumpPages.PAGE) {
      page(Utf8.decode(block, start + 1, end), out);
    } else if (isObject(block, start, end)) {
      object(block, start, end, out);
    } else if (!isTag(block, start, end)) {
      line(block, start, end, out);
    }
  }

  private void page(String page, TextBlock out) {
    int begin = page.indexOf(DumpPages.PAGE);
    String declared = page.substring(0, Math.max(0, begin));
    if (!declared.equals(names)) {
      names = declared;
      prefixes = LinkPrefixes.of(declared);
    }
    out.append(
        WikiText.plain(page.substring(begin + 1).replace(DumpPages.LINE_FEED, '\n'), prefixes));
    out.append("\n");
  }

  private void object(TextBlock block, int start, int end, TextBlock out) throws CorpusException {
    field.clear();
    field.source = block.source;
    field.offset = block.offset;
    json.extract(block, start, end, field);
    line(field, 0, field.length, out);
  }

  private static void line(TextBlock block, int start, int end, TextBlock out) {
    boolean escaped = false;
    for (int i = start; i < end && !escaped; i++) {
      escaped = block.bytes[i] == '&';
    }
    if (escaped && Utf8.isValid(block, start, end)) {
      out.append(CharacterReferences.decode(Utf8.decode(block, start, end)).toString());
    } else {
      out.append(block.bytes, start, end);
    }
    out.append("\n");
  }

  private static boolean isObject(TextBlock block, int start, int end) {
    if (block.bytes[start] != '{') {
      return false;
    }
    String beginning = Utf8.decode(block, start, Math.min(end, start + 20));
    return beginning.matches("\\{\\s*\"(id|revid|url|title|text)\"\\s*:(?s:.*)");
  }

  private static boolean isTag(TextBlock block, int start, int end) {
    if (block.bytes[start] != '<') {
      return false;
    }
    String beginning = Utf8.decode(block, start, Math.min(end, start + 7)).strip();
    return beginning.startsWith("<doc ") || beginning.equals("</doc>");
  }
}
