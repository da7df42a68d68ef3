package org.wordvec.corpora.reading;

import java.nio.CharBuffer;
import java.nio.charset.Charset;

/**
 * Corrects six of ETEN's characters in row C6 of Big5, which Java's x-MS950-HKSCS maps to private
 * use. Java's Big5-HKSCS maps them to kana, which have other codes, and lacks the euro sign. The
 * replacements are those of WHATWG's table.
 */
final class EtenCharacters {
  private static final String LACKING = "x-MS950-HKSCS";
  private static final String PRIVATE_USE = "\uf6df\uf6e3\uf6e5\uf6e7\uf6ee\uf6ef";
  private static final String SIGNS = "廴无癶隶〃仝";

  private EtenCharacters() {}

  /** Returns whether an encoding maps these characters to private use. */
  static boolean areLackedBy(Charset charset) {
    return charset.name().equals(LACKING);
  }

  /** Replaces the private-use characters in decoded text. */
  static void restore(CharBuffer decoded) {
    for (int i = 0; i < decoded.position(); i++) {
      char c = decoded.get(i);
      int sign = Character.getType(c) == Character.PRIVATE_USE ? PRIVATE_USE.indexOf(c) : -1;
      if (sign >= 0) {
        decoded.put(i, SIGNS.charAt(sign));
      }
    }
  }
}
