package org.wordvec.vectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static final Pattern TWO_NUMBERS = Pattern.compile("(-?\\d+)[ \\t]+(-?\\d+)[ \\t]*");

  @Test
  void isTwoWholeNumbersWithBlanksBetweenOrBehind() {
    Random random = new Random(3);
    int headers = 0;
    for (int trial = 0; trial < 100_000; trial++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        line.append("0123 \t-ab٣".charAt(random.nextInt(10)));
      }
      boolean expected = TWO_NUMBERS.matcher(line).matches();
      assertThat(parse(line.toString()).isPresent()).as("'%s'", line).isEqualTo(expected);
      headers += expected ? 1 : 0;
    }
    assertThat(headers).isGreaterThan(1000);
  }

  @Test
  void keepsItsNumbersEvenWhereTheyAreTooLarge() {
    assertThat(parse("71291 200")).contains(new Header(71291, 200));
    assertThat(parse("-3\t7  ")).contains(new Header(-3, 7));
    assertThat(parse("99999999999999999999 -99999999999999999999"))
        .contains(new Header(Long.MAX_VALUE, Long.MIN_VALUE));
    assertThat(parse("1 " + "2".repeat(80))).isEmpty();
  }

  private static Optional<Header> parse(String line) {
    byte[] bytes = ("x" + line + "\n").getBytes(StandardCharsets.UTF_8);
    return Header.parse(bytes, 1, bytes.length - 1);
  }
}
