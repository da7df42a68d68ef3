package org.wordvec.corpora.tokenizing;

import java.util.Arrays;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.text.Utf8;
import org.wordvec.corpora.text.WhiteSpace;
import org.wordvec.corpora.words.TokenTable;

/** The UTF-8 bytes of one token, in a reused buffer. */
final class TokenBytes {
  private byte[] bytes = new byte[1 << 8];
  private int length;

  /**
   * Encodes characters {@code [start, end)}. White space becomes {@code _}, an unpaired surrogate
   * {@link Utf8#REPLACEMENT}.
   */
  void set(CharSequence text, int start, int end) {
    int most = 3 * (end - start) + TextBlock.PADDING;
    if (bytes.length < most) {
      bytes = new byte[2 * most];
    }
    length = 0;
    int at = start;
    while (at < end) {
      char letter = text.charAt(at++);
      if (WhiteSpace.is(letter)) {
        bytes[length++] = '_';
      } else if (letter < 0x80) {
        bytes[length++] = (byte) letter;
      } else if (Character.isSurrogate(letter)) {
        at += pair(letter, at < end ? text.charAt(at) : ' ');
      } else {
        put(letter, letter < 0x800 ? 2 : 3);
      }
    }
  }

  /** Counts the token in a table and returns its number there. */
  int addTo(TokenTable table) {
    if (length > 16) {
      return table.add(bytes, 0, length);
    }
    Arrays.fill(bytes, length, 16, (byte) 0);
    return table.add((long) TokenTable.WORD.get(bytes, 0), (long) TokenTable.WORD.get(bytes, 8));
  }

  /** Returns the number of characters consumed after the first. */
  private int pair(char high, char low) {
    if (Character.isSurrogatePair(high, low)) {
      put(Character.toCodePoint(high, low), 4);
      return 1;
    }
    put(Utf8.REPLACEMENT, 3);
    return 0;
  }

  private void put(int point, int size) {
    int lead = (0xff00 >> size) & 0xff;
    bytes[length++] = (byte) (lead | (point >> (6 * (size - 1))));
    for (int rest = size - 2; rest >= 0; rest--) {
      bytes[length++] = (byte) (0x80 | ((point >> (6 * rest)) & 0x3f));
    }
  }
}
