package org.wordvec.cli.text;

import java.util.Iterator;
import java.util.List;

/** Encodings that shells suggest; all encodings of Java are accepted. */
final class UsualEncodings implements Iterable<String> {
  private static final List<String> USUAL =
      List.of(
          "auto",
          "utf-8",
          "utf-16",
          "gb18030",
          "big5",
          "shift_jis",
          "euc-jp",
          "euc-kr",
          "windows-1251",
          "windows-1252");

  @Override
  public Iterator<String> iterator() {
    return USUAL.iterator();
  }
}
