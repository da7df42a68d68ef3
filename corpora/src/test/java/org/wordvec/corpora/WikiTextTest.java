package org.wordvec.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikiTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'''Bold''' and ''italic'' text~Bold and italic text",
        "a {{t|x={{u}}|y}} b~a  b",
        "a {| class=x \\n| c {{t}}\\n|} b~a  b",
        "[[King]]s of [[France|the French]]~Kings of the French",
        "[[File:A.jpg|thumb|A [[king]] sits]]text~text",
        "[[分类:国王]]国王~国王",
        "[[de:König]]king~king",
        "[[:Category:Kings]]~Category:Kings",
        "see [http://x.org a site] or [http://x.org] now~see a site or  now",
        "x<ref name=a>no</ref>y<ref name=\"b\" />z~xyz",
        "a<!-- no -->b<br />c<div class=x>d</div>~abcd",
        "== Heading ==\\n* item\\n# one\\n: two~Heading\\nitem\\none\\ntwo",
        "A&nbsp;B &amp; C &#39;D&#x27; &unknown;~A B & C 'D' &unknown;",
        "软件（{{lang|en|software}}）是~软件是",
        "-{zh-hans:软件;zh-hant:軟體}-和-{数据}-~软件和数据",
        "__NOTOC__text~text",
        "<math>x^2 < 3</math>so~so",
        "unclosed {{ template~unclosed  template",
        "unclosed [[link~unclosed link",
        "stray }} and ]] stay~stray }} and ]] stay"
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void leavesWhatAReaderSees(String markup, String plain) {
    assertThat(WikiText.plain(markup.replace("\\n", "\n"))).isEqualTo(plain.replace("\\n", "\n"));
  }

  @Test
  void noMarkupMakesItFail() {
    String[] parts = {
      "{{",
      "}}",
      "{|",
      "|}",
      "[[",
      "]]",
      "|",
      "<ref>",
      "</ref>",
      "<!--",
      "-->",
      "'''",
      "&#x110000;",
      "&#99999999;",
      "=",
      "\n",
      ":",
      "-{",
      "}-",
      "[http://",
      "]",
      "$1",
      "\\",
      "word",
      "<",
      ">"
    };
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder markup = new StringBuilder();
      for (int part = random.nextInt(30); part >= 0; part--) {
        markup.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(WikiText.plain(markup.toString())).as("%s", markup).isNotNull();
    }
  }
}
