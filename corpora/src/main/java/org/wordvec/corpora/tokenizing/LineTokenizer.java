package org.wordvec.corpora.tokenizing;

import java.util.Arrays;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.text.Utf8;
import org.wordvec.corpora.text.WhiteSpace;
import org.wordvec.corpora.words.TokenTable;

/** Converts blocks to token numbers line by line, with a {@link Tokenizer}. */
final class LineTokenizer implements BlockTokenizer {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Tokenizer tokenizer;
  private final CharacterNormalization characters;
  private final boolean strict;
  private final TokenTable table;
  private final TokenBytes bytes = new TokenBytes();
  private int[] numbers = new int[1 << 16];
  private int used;
  private long tokens;
  private long lines;

  LineTokenizer(
      Tokenizer tokenizer,
      CharacterNormalization characters,
      EncodingErrors encodingErrors,
      TokenTable table) {
    this.tokenizer = tokenizer;
    this.characters = characters;
    this.strict = encodingErrors == EncodingErrors.STRICT;
    this.table = table;
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
    used = 0;
    int start = 0;
    while (start < block.length) {
      int end = start;
      boolean blanks = false;
      while (block.bytes[end] != '\n' && block.bytes[end] != '\r') {
        if (block.bytes[end] == 0) {
          if (strict) {
            throw Utf8.nul(block, end);
          }
          blanks = true;
        }
        end++;
      }
      line(block, start, Math.min(end, block.length), blanks);
      start = end + 1;
    }
    return Arrays.copyOf(numbers, used);
  }

  private void line(TextBlock block, int start, int end, boolean blanks)
      throws UndecodableTextException {
    String text = Utf8.decode(block, start, end);
    if (strict && text.indexOf(Utf8.REPLACEMENT) >= 0) {
      Utf8.check(block, start, end);
    }
    if (blanks || text.indexOf(BYTE_ORDER_MARK) >= 0) {
      text = text.replace('\0', ' ').replace(BYTE_ORDER_MARK, ' ');
    }
    int before = used;
    tokenizer.tokenize(characters.isIdentity() ? text : characters.apply(text), this::take);
    if (used > before) {
      tokens += used - before;
      lines++;
      append(LINE_END);
    }
  }

  private void append(int number) {
    if (used == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * used);
    }
    numbers[used++] = number;
  }

  private void take(CharSequence text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && WhiteSpace.is(text.charAt(start))) {
      start++;
    }
    while (start < end && WhiteSpace.is(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return;
    }
    bytes.set(text, start, end);
    append(bytes.addTo(table));
  }
}
