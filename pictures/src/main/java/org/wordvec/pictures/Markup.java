package org.wordvec.pictures;

import java.util.Locale;

/** Escapes text for XML, HTML and scripts. */
public final class Markup {
  private static final int REPLACEMENT = 0xFFFD;

  private Markup() {}

  /**
   * Returns text escaped for the content of an element or a quoted attribute in XML and HTML.
   * Characters that XML 1.0 forbids become U+FFFD.
   */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(point) ? point : REPLACEMENT);
              }
            });
    return escaped.toString();
  }

  /**
   * Returns a quoted JSON string that is safe inside a {@code script} element: it cannot end or
   * open an element or comment.
   */
  public static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                json.append('\\').appendCodePoint(point);
              } else if (point < ' ' || isMarkup(point) || !isXml(point)) {
                json.append(
                    String.format(Locale.ROOT, "\\u%04x", point > 0xFFFF ? REPLACEMENT : point));
              } else {
                json.appendCodePoint(point);
              }
            });
    return json.append('"').toString();
  }

  private static boolean isMarkup(int point) {
    return point == '<' || point == '>' || point == '&' || point == 0x2028 || point == 0x2029;
  }

  private static boolean isXml(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= ' ' && point < 0xD800)
        || (point > 0xDFFF && point < 0xFFFE)
        || point > 0xFFFF;
  }
}
