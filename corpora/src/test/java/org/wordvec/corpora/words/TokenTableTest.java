package org.wordvec.corpora.words;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTableTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 40})
  void countsAndNumbersTokensOfOneLength(int length) {
    check(new Random(length), length, length, 20_000, new TokenTable(16));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 100_000})
  void countsAndNumbersTokensOfAllLengthsWhateverItExpected(int expected) {
    check(new Random(expected), 1, 40, 60_000, new TokenTable(expected));
  }

  private static void check(
      Random random, int shortest, int longest, int tokens, TokenTable table) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> words = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    byte[] buffer = new byte[64];
    for (int i = 0; i < tokens; i++) {
      String token = token(random, shortest + random.nextInt(longest - shortest + 1));
      if (!numbers.containsKey(token)) {
        numbers.put(token, words.size());
        words.add(token);
        counts.add(0L);
      }
      int number = numbers.get(token);
      counts.set(number, counts.get(number) + 1);
      byte[] bytes = token.getBytes(ISO_8859_1);
      int offset = random.nextInt(buffer.length - bytes.length + 1);
      System.arraycopy(bytes, 0, buffer, offset, bytes.length);
      assertThat(table.add(buffer, offset, bytes.length)).isEqualTo(number);
    }
    assertThat(table.size()).isEqualTo(words.size());
    for (int number = 0; number < words.size(); number++) {
      assertThat(new String(table.token(number), ISO_8859_1)).isEqualTo(words.get(number));
      assertThat(table.count(number)).isEqualTo(counts.get(number));
    }
  }

  /** Few different bytes, so that many tokens share their beginning or end; none of them NUL. */
  private static String token(Random random, int length) {
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean fixed = i % 8 != 0 && random.nextInt(4) != 0;
      token.append(fixed ? 'x' : (char) (0xf0 + random.nextInt(16)));
    }
    return token.toString();
  }

  @Test
  void wordsAndBytesMeanTheSameToken() {
    TokenTable table = new TokenTable(16);
    assertThat(table.add(0x6261L, 0)).isZero();
    assertThat(table.add("ab".getBytes(ISO_8859_1), 0, 2)).isZero();
    assertThat(table.add(0x6867666564636261L, 0x69)).isEqualTo(1);
    assertThat(table.add("abcdefghi".getBytes(ISO_8859_1), 0, 9)).isEqualTo(1);
    assertThat(table.count(0)).isEqualTo(2);
    assertThat(table.count(1)).isEqualTo(2);
  }

  @Test
  void addsCountsBeyondTheRangeOfInt() {
    TokenTable table = new TokenTable(16);
    byte[] shortToken = "short".getBytes(ISO_8859_1);
    byte[] longToken = "longer than sixteen bytes".getBytes(ISO_8859_1);
    table.add(shortToken, 0, shortToken.length);
    table.add(longToken, 0, longToken.length);
    table.addCount(0, 1L << 33);
    table.addCount(1, 1L << 34);
    assertThat(table.count(0)).isEqualTo((1L << 33) + 1);
    assertThat(table.count(1)).isEqualTo((1L << 34) + 1);
    assertThat(table.add(longToken, 0, longToken.length)).isEqualTo(1);
    assertThat(table.token(1)).isEqualTo(longToken);
  }
}
