package org.wordvec.corpora;

import java.util.Arrays;
import org.wordvec.corpora.reading.EncodingErrors;

/** Turns blocks into token numbers line by line, as a {@link Tokenizer} cuts them. */
final class LineTokenizer implements BlockTokenizer {
  private final Tokenizer tokenizer;
  private final CharacterForm characters;
  private final EncodingErrors encodingErrors;
  private final TokenTable table;
  private final TokenBytes bytes = new TokenBytes();
  private int[] numbers = new int[1 << 16];
  private int used;
  private long tokens;
  private long lines;
  private boolean dropsReplacements;

  LineTokenizer(
      Tokenizer tokenizer,
      CharacterForm characters,
      EncodingErrors encodingErrors,
      TokenTable table) {
    this.tokenizer = tokenizer;
    this.characters = characters;
    this.encodingErrors = encodingErrors;
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
  public int[] tokenize(TextBlock block) throws CorpusException {
    used = 0;
    int start = 0;
    while (start < block.length) {
      int end = start;
      while (block.bytes[end] != '\n') {
        if (block.bytes[end] == 0) {
          throw block.failure(end, "a NUL byte: this is no text");
        }
        end++;
      }
      line(block, start, Math.min(end, block.length));
      start = end + 1;
    }
    return Arrays.copyOf(numbers, used);
  }

  private void line(TextBlock block, int start, int end) throws CorpusException {
    String text = Utf8.decode(block, start, end);
    dropsReplacements = false;
    if (text.indexOf(Utf8.REPLACEMENT) >= 0) {
      switch (encodingErrors) {
        case STRICT -> Utf8.check(block, start, end);
        case REPLACE -> {}
        case SKIP -> dropsReplacements = !Utf8.isValid(block, start, end);
      }
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
    if (dropsReplacements && holdsReplacement(text, start, end)) {
      return;
    }
    bytes.set(text, start, end);
    append(bytes.addTo(table));
  }

  private static boolean holdsReplacement(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == Utf8.REPLACEMENT) {
        return true;
      }
    }
    return false;
  }
}
