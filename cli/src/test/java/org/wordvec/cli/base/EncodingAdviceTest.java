package org.wordvec.cli.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.reading.UndecodableTextException;

class EncodingAdviceTest {
  private static final byte[] CHINESE =
      "国王和王后住在北京的故宫里，他们研究生命起源的问题。\n".repeat(200).getBytes(Charset.forName("GB18030"));

  @Test
  void namesAutoWhereTheTextBeginsSo() {
    assertThat(advice(0, CHINESE))
        .isEqualTo("bad; it looks like gb18030; try --encoding auto or --encoding gb18030");
  }

  @Test
  void namesNoAutoWhereTheTextBeginsOtherwise() {
    String without = "bad; it looks like gb18030; try --encoding gb18030";
    assertThat(advice(1 << 16, CHINESE)).isEqualTo(without);
    ByteArrayOutputStream late = new ByteArrayOutputStream();
    late.writeBytes("plain text\n".repeat(6000).getBytes(UTF_8));
    late.writeBytes(CHINESE);
    assertThat(advice(0, late.toByteArray())).isEqualTo(without);
  }

  @Test
  void callsHalvesOfSurrogatePairsByNoOtherName() {
    byte[] bytes = {'x', ' ', -19, -96, -67, -19, -72, -128, ' ', 'y'};
    assertThat(advice(0, bytes)).isEqualTo("bad; go on");
  }

  private static String advice(long start, byte[] sample) {
    return EncodingAdvice.of(new UndecodableTextException("bad", "go on", UTF_8, start, sample));
  }
}
