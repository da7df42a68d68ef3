package org.wordvec.corpora.reading;

import java.nio.CharBuffer;
import java.nio.charset.Charset;

/**
 * Six signs among ETEN's in row C6 of Big5 that Java's x-MS950-HKSCS takes for characters of
 * private use. Java's Big5-HKSCS takes them for kana, which stand elsewhere, and lacks the euro
 * sign; these are what WHATWG's table has there.
 */
final class EtenCharacters {
  private static final String LACKING = "x-MS950-HKSCS";
  private static final String PRIVATE_USE = "\uf6df\uf6e3\uf6e5\uf6e7\uf6ee\uf6ef";
  private static final String SIGNS = "廴无癶隶〃仝";

  private EtenCharacters() {}

  /** Whether an encoding lacks them. */
  static boolean areLackedBy(Charset charset) {
    return charset.name().equals(LACKING);
  }

  /** Puts them in the place of what they were decoded as. */
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
