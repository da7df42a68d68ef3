package org.wordvec.corpora;

/** Text of Wikipedia: pages of a dump, or WikiExtractor's lines, of which those of tags go. */
final class ArticleText implements LineText {
  @Override
  public void extract(TextBlock block, int start, int end, TextBlock out) throws CorpusException {
    if (start == end) {
      return;
    }
    if (block.bytes[start] == DumpPages.PAGE) {
      String page = Utf8.decode(block, start + 1, end).replace(DumpPages.LINE_FEED, '\n');
      out.append(WikiText.plain(page));
      out.append("\n");
    } else if (!isTag(block, start, end)) {
      out.append(block.bytes, start, end);
      out.append("\n");
    }
  }

  private static boolean isTag(TextBlock block, int start, int end) {
    if (block.bytes[start] != '<') {
      return false;
    }
    String beginning = Utf8.decode(block, start, Math.min(end, start + 6)).strip();
    return beginning.startsWith("<doc ") || beginning.equals("</doc>");
  }
}
