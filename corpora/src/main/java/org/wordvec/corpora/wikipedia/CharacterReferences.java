package org.wordvec.corpora.wikipedia;

import java.nio.charset.Charset;
import org.jsoup.nodes.Entities;

/** Decodes character references such as <code>&amp;eacute;</code> and <code>&amp;#233;</code>. */
public final class CharacterReferences {
  /** Maximum length of a reference; the longest name of HTML 5 has 31 letters. */
  private static final int LONGEST = 32;

  /** The encoding by which browsers interpret references to the control characters 128 to 159. */
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  // jsoup loads the names of multi-character references only with the first look-up.
  static {
    Entities.isNamedEntity("amp");
  }

  private CharacterReferences() {}

  /**
   * Returns the text with all known references that end in a semicolon decoded; others are text, as
   * in MediaWiki. All kinds of spaces become plain ones.
   */
  public static CharSequence decode(CharSequence text) {
    StringBuilder out = null;
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '&') {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && end - at <= LONGEST && isPart(text.charAt(end))) {
        end++;
      }
      boolean closed = end < text.length() && text.charAt(end) == ';';
      String character = closed ? character(text.subSequence(at + 1, end).toString()) : "";
      if (character.isEmpty()) {
        at++;
        continue;
      }
      out = out == null ? new StringBuilder(text.length()) : out;
      out.append(text, copied, at);
      out.append(Characters.isSpace(character.charAt(0)) ? " " : character);
      at = end + 1;
      copied = at;
    }
    return out == null ? text : out.append(text, copied, text.length());
  }

  private static boolean isPart(char c) {
    return c == '#'
        || Characters.isLetterOrDigit(c)
        || (c >= 'א' && c <= 'ي' && Character.isLetter(c));
  }

  /** Returns the characters of a name or number, "" if it is unknown. */
  private static String character(String name) {
    if (name.startsWith("#")) {
      return numbered(name);
    }
    // MediaWiki's own names of the right-to-left mark.
    return name.equals("רלמ") || name.equals("رلم") ? "\u200f" : Entities.getByName(name);
  }

  private static String numbered(String name) {
    boolean hexadecimal = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
    String digits = name.substring(hexadecimal ? 2 : 1);
    try {
      int point = Integer.parseInt(digits, hexadecimal ? 16 : 10);
      return isValid(point) ? of(point) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private static String of(int point) {
    return point >= 0x80 && point < 0xa0
        ? new String(new byte[] {(byte) point}, WINDOWS)
        : Character.toString(point);
  }

  /** Returns whether XML allows a code point. */
  private static boolean isValid(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= ' ' && point < 0xd800 && point != 0x7f)
        || (point >= 0xe000 && point < 0xfdd0)
        || (point > 0xfdef && point < 0xfffe)
        || (point > 0xffff && Character.isValidCodePoint(point));
  }
}
