package org.wordvec.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void markupIsEscaped() {
    assertThat(Markup.escaped("<a href=\"x\">'&'</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    assertThat(Markup.escaped("中文 😀")).isEqualTo("中文 😀");
  }

  @Test
  void whatXmlForbidsIsReplaced() {
    assertThat(Markup.escaped("a\u0000\u0001\ud800\uffffb\t"))
        .isEqualTo("a\ufffd\ufffd\ufffd\ufffdb\t");
  }

  @Test
  void jsonHoldsNothingThatEndsAScript() {
    assertThat(Markup.json("</script><!-- & \"\\\n\u2028"))
        .isEqualTo("\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\\"\\\\\\u000a\\u2028\"");
    assertThat(Markup.json("中文 😀")).isEqualTo("\"中文 😀\"");
    assertThat(Markup.json("\ud800")).isEqualTo("\"\\ud800\"");
  }
}
