package org.wordvec.corpora;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The parts of MediaWiki's markup that nest, which no regular expression follows. */
final class WikiBrackets {
  private static final Set<String> MEDIA =
      Set.of(
          "file",
          "image",
          "media",
          "category",
          "文件",
          "檔案",
          "档案",
          "图像",
          "圖像",
          "分类",
          "分類",
          "파일",
          "그림",
          "분류",
          "ファイル",
          "画像",
          "カテゴリ",
          "datei",
          "bild",
          "kategorie",
          "fichier",
          "catégorie",
          "archivo",
          "categoría",
          "файл",
          "категория");

  private WikiBrackets() {}

  /**
   * The text without what stands between brackets, those inside each other too; one that is never
   * closed is dropped alone.
   */
  static String withoutNested(String text, String open, String close) {
    if (!text.contains(open)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int depth = 0;
    int outermost = 0;
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith(open, i)) {
        outermost = depth == 0 ? i : outermost;
        depth++;
        i += open.length();
      } else if (depth > 0 && text.startsWith(close, i)) {
        depth--;
        i += close.length();
      } else {
        if (depth == 0) {
          kept.append(text.charAt(i));
        }
        i++;
      }
    }
    if (depth > 0) {
      kept.append(text, outermost + open.length(), text.length());
    }
    return kept.toString();
  }

  /** The text with each link replaced by what a reader sees of it. */
  static String links(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Deque<Integer> open = new ArrayDeque<>();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("[[", i)) {
        open.push(out.length());
        i += 2;
      } else if (!open.isEmpty() && text.startsWith("]]", i)) {
        int start = open.pop();
        String shown = shown(out.substring(start));
        out.setLength(start);
        out.append(shown);
        i += 2;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  private static String shown(String link) {
    int colon = link.indexOf(':');
    if (colon > 0
        && MEDIA.contains(link.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT))) {
      return "";
    }
    String text = link.substring(link.lastIndexOf('|') + 1);
    boolean language =
        colon > 1
            && colon <= 12
            && link.substring(0, colon).matches("[a-z-]+")
            && link.indexOf('|') < 0;
    return language ? "" : text.startsWith(":") ? text.substring(1) : text;
  }
}
