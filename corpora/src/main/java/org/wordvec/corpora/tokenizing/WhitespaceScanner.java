package org.wordvec.corpora.tokenizing;

import java.util.Arrays;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.text.UnicodeSpaces;
import org.wordvec.corpora.text.Utf8;
import org.wordvec.corpora.words.TokenTable;

/**
 * Converts blocks of text to token numbers, eight bytes at a time. A line ends in a line feed or,
 * unless only ASCII white space counts, in a carriage return.
 *
 * <p>Bytes up to 0x20 separate tokens; none of them occurs inside a UTF-8 sequence. The first
 * separator in eight bytes is found with one subtraction (Mycroft 1987): a byte below 0x21 borrows
 * into its top bit. A token is validated at its first occurrence only, so that validation costs
 * nothing per token.
 */
final class WhitespaceScanner implements BlockTokenizer {
  private static final long LOW_BITS = 0x2121212121212121L;
  private static final long TOP_BITS = 0x8080808080808080L;

  private final TokenTable table;
  private final boolean asciiOnly;
  private final boolean strict;
  private int[] numbers;
  private int used;
  private long tokens;
  private long lines;

  WhitespaceScanner(TokenTable table, boolean asciiOnly, boolean strict, int capacity) {
    this.table = table;
    this.asciiOnly = asciiOnly;
    this.strict = strict;
    this.numbers = new int[capacity + TextBlock.PADDING];
  }

  @Override
  public long tokens() {
    return tokens;
  }

  @Override
  public long lines() {
    return lines;
  }

  @Override
  public int[] tokenize(TextBlock block) throws UndecodableTextException {
    byte[] bytes = block.bytes;
    int length = block.length;
    if (numbers.length < length + TextBlock.PADDING) {
      numbers = new int[length + TextBlock.PADDING];
    }
    int lineEnds = 0;
    used = 0;
    int at = 0;
    while (at < length) {
      int end = token(block, at);
      at = end + 1;
      byte separator = bytes[end];
      if (separator == '\n' || (separator == '\r' && !asciiOnly)) {
        if (used > 0 && numbers[used - 1] != LINE_END) {
          numbers[used++] = LINE_END;
          lineEnds++;
        }
      } else if (separator == 0 && strict) {
        throw Utf8.nul(block, end);
      }
    }
    tokens += used - lineEnds;
    lines += lineEnds;
    return Arrays.copyOf(numbers, used);
  }

  /**
   * Numbers the token that starts here, if there is one, and returns the index of the last byte of
   * its separator.
   */
  private int token(TextBlock block, int start) throws UndecodableTextException {
    byte[] bytes = block.bytes;
    long first = (long) TokenTable.WORD.get(bytes, start);
    long separators = first - LOW_BITS & ~first & TOP_BITS;
    int known = table.size();
    int end;
    int number;
    if (separators != 0) {
      int bits = Long.numberOfTrailingZeros(separators) & ~7;
      end = start + (bits >>> 3);
      if (asciiOnly && !isSpaceInC(bytes[end])) {
        return tokenWithControls(block, start);
      }
      if (bits == 0) {
        return start;
      }
      long word = first & (1L << bits) - 1;
      if ((word & TOP_BITS) != 0 && !asciiOnly && UnicodeSpaces.first(bytes, start, end) < end) {
        return cutToken(block, start, end);
      }
      number = table.add(word, 0);
    } else {
      long second = (long) TokenTable.WORD.get(bytes, start + 8);
      separators = second - LOW_BITS & ~second & TOP_BITS;
      boolean isLong = separators == 0;
      int bits = isLong ? 0 : Long.numberOfTrailingZeros(separators) & ~7;
      end = isLong ? endOfLongToken(bytes, start + 16) : start + 8 + (bits >>> 3);
      if (asciiOnly && !isSpaceInC(bytes[end])) {
        return tokenWithControls(block, start);
      }
      long rest = second & (1L << bits) - 1;
      if ((isLong || ((first | rest) & TOP_BITS) != 0)
          && !asciiOnly
          && UnicodeSpaces.first(bytes, start, end) < end) {
        return cutToken(block, start, end);
      }
      number = isLong ? table.add(bytes, start, end - start) : table.add(first, rest);
    }
    numbers[used++] = number;
    if (number == known) {
      check(block, start, end);
    }
    return end;
  }

  /** Numbers a token that ends at white space beyond ASCII and returns that space's last byte. */
  private int cutToken(TextBlock block, int start, int end) throws UndecodableTextException {
    int space = UnicodeSpaces.first(block.bytes, start, end);
    if (space > start) {
      int known = table.size();
      int number = table.add(block.bytes, start, space - start);
      numbers[used++] = number;
      if (number == known) {
        check(block, start, space);
      }
    }
    return space + UnicodeSpaces.length(block.bytes[space]) - 1;
  }

  /** Numbers a token that holds control characters, which C does not call white space. */
  private int tokenWithControls(TextBlock block, int start) throws UndecodableTextException {
    int end = start;
    while (!isSpaceInC(block.bytes[end])) {
      end++;
    }
    int known = table.size();
    int number = table.add(block.bytes, start, end - start);
    numbers[used++] = number;
    if (number == known) {
      check(block, start, end);
    }
    return end;
  }

  /** Returns whether a byte is white space in fastText, which includes NUL. */
  private static boolean isSpaceInC(byte letter) {
    return letter == ' ' || (letter >= '\t' && letter <= '\r') || letter == 0;
  }

  private static int endOfLongToken(byte[] bytes, int from) {
    int end = from;
    while (bytes[end] < 0 || bytes[end] > ' ') {
      end++;
    }
    return end;
  }

  private void check(TextBlock block, int start, int end) throws UndecodableTextException {
    if (!strict) {
      return;
    }
    for (int i = start; i < end; i++) {
      if (block.bytes[i] < 0) {
        Utf8.check(block, start, end);
        return;
      }
    }
  }
}
