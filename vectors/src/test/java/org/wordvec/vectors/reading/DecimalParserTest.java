package org.wordvec.vectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "+1",
        "1.",
        ".5",
        "-.5",
        "0.1",
        "123456789012345678",
        "1e10",
        "1E-5",
        "1.17549435E-38",
        "1.4E-45",
        "1e-60",
        "3.4028235E38",
        "3.4028236e38",
        "16777217",
        "16777219",
        "33554434.000000000001",
        "0.000000000000000000000000001",
        "9007199254740993",
        "0000000000000000000000000000000.25"
      })
  void agreesWithJava(String text) {
    assertSame(text);
  }

  @Test
  void agreesWithJavaOnRandomFloats() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        assertSame(Float.toString(value));
      }
      assertSame("%d.%06d".formatted(random.nextInt(100), random.nextInt(1_000_000)));
    }
  }

  @Test
  void agreesWithJavaAroundHalfWay() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      float value = random.nextFloat() + 1;
      BigDecimal sum = new BigDecimal(value).add(new BigDecimal(Math.nextUp(value)));
      BigDecimal middle = sum.divide(BigDecimal.TWO);
      assertSame(middle.toPlainString());
      // These have few enough digits for the fast path, and are closest to half-way.
      String cut = middle.toPlainString();
      assertSame(cut.substring(0, Math.min(cut.length(), 17)));
    }
  }

  @Test
  void tiesAreRoundedOnce() {
    // 2^25 + 2 lies half-way; the digit at the end is lost in a double.
    assertSame("33554434");
    assertSame("4503599895805953");
    assertSame("4503599895805951");
    assertSame("0.500000029802322387");
    assertSame("0.500000029802322388");
    assertSame("0.500000029802322389");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "1.2.3",
        "1e",
        "e5",
        "1-",
        "--1",
        "nan",
        "NaN",
        "inf",
        "Infinity",
        "0x1p3",
        "1f",
        "1d",
        "1_000",
        "1,5",
        "\u00011",
        "１"
      })
  void refusesEverythingElse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(DecimalParser.parse(bytes, 0, bytes.length)).isNaN();
  }

  private static void assertSame(String text) {
    byte[] bytes = (" " + text + "7").getBytes(StandardCharsets.UTF_8);
    assertThat(Float.floatToRawIntBits(DecimalParser.parse(bytes, 1, bytes.length - 1)))
        .as(text)
        .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(text)));
  }
}
