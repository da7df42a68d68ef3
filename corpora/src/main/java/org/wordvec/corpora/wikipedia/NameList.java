package org.wordvec.corpora.wikipedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Lists of names that are compared ignoring case, underscores and directional marks, as in
 * MediaWiki.
 */
final class NameList {
  private NameList() {}

  /**
   * Reads a list from a resource of this package.
   *
   * @param separator regular expression of the separator of names in a line
   */
  static Set<String> read(String resource, String separator) {
    Set<String> names = new HashSet<>();
    try (InputStream in = NameList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                for (String name : line.split(separator, -1)) {
                  names.add(normal(name));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Set.copyOf(names);
  }

  /** Returns a name in the form in which MediaWiki compares it. */
  static String normal(CharSequence name) {
    StringBuilder normal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' || Characters.isSpace(c)) {
        if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
          normal.append(' ');
        }
      } else if (!isDirection(c)) {
        normal.append(c);
      }
    }
    // Turkish İ and i are used interchangeably in such names.
    return normal.toString().stripTrailing().toLowerCase(Locale.ROOT).replace("\u0307", "");
  }

  private static boolean isDirection(char c) {
    return c == '\u200e' || c == '\u200f' || (c >= '\u202a' && c <= '\u202e');
  }
}
