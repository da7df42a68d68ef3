package org.wordvec.corpora.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts reads of characters instead of measuring time. */
class LinearTimeTest {
  private static final int LENGTH = 200_000;

  /** Maximum reads per character; ordinary text takes 4 for each of six stages. */
  private static final long LOOKS = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ordinary [[text|words]] of a {{t|page}}, it's ''fine''.\n",
        "[//x ",
        "[http://a ",
        "[//x                                              ",
        " ",
        "=",
        "= ",
        "'",
        "'' '''a ",
        "[[",
        "]]",
        "[[a|",
        "[[a|b[[c]]",
        "[ [[a|",
        "{{",
        "{{{",
        "{{a}} {{",
        "{{{a|",
        "}}",
        "{| \n",
        "{|\n|}\n{|\n",
        "|}\n",
        "-{",
        "-{a|zh:b;",
        "-{zh-cn:",
        "-{H|;:",
        "zh-cn:;",
        "<",
        "<ref>",
        "<ref> ",
        "<ref",
        "<ref a=\"",
        "<ref a='<ref a=\"",
        "<ref name=a>b</ref  ",
        "</ref   ",
        "<nowiki>",
        "<nowiki/>",
        "<table>",
        "<b a=\"x> ",
        "<!--",
        "<!-- -",
        "__A",
        "__",
        "_",
        "&",
        "&amp",
        "&#1234567890123456789",
        "(",
        "( ",
        "(,，",
        "http://",
        "http://a.",
        "mailto:a:",
        "http://a(",
        ":",
        "a:",
        "*#;:",
        ";a:b\n",
        "#",
        "----",
        "\n",
        "[[File:a|[b [[c]]]]",
        "]",
        "[",
      })
  void eachShapeTakesTimeInProportionToItsLength(String shape) {
    assertLinear(shape.repeat(LENGTH / shape.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[a|~]]",
        "{{~}}",
        "{{{a|~}}}",
        "-{zh:~;}-",
        "-{A|~}-",
        "[[File:a|~]]",
        "<table>~</table>",
        "{|\n~\n|}\n",
        "[[~]]",
        "-{~|a}-",
        "-{zh-cn:~;zh-tw:~}-",
        "{{a|[[b|~]]}}",
        "[[[~]]]"
      })
  void nestingTakesTimeInProportionToItsLength(String around) {
    String[] parts = around.split("~", 2);
    int depth = LENGTH / around.length();
    assertLinear(parts[0].repeat(depth) + "x" + parts[1].replace("~", "").repeat(depth));
  }

  private static void assertLinear(String markup) {
    long limit = LOOKS * markup.length();
    long[] looks = new long[1];
    CharSequence text = markup;
    for (UnaryOperator<CharSequence> stage : WikiText.stages(LinkPrefixes.KNOWN)) {
      CharSequence watched = text;
      text = stage.apply(new Watched(watched, looks, limit)).toString();
    }
    assertThat(text.length()).isLessThanOrEqualTo(2 * markup.length());
  }

  /** A text that fails when it is read too often. */
  private static final class Watched implements CharSequence {
    private final CharSequence text;
    private final long[] looks;
    private final long limit;

    Watched(CharSequence text, long[] looks, long limit) {
      this.text = text;
      this.looks = looks;
      this.limit = limit;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      look(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      look(end - start);
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      look(text.length());
      return text.toString();
    }

    private void look(int characters) {
      looks[0] += characters;
      if (looks[0] > limit) {
        throw new AssertionError("looked at " + looks[0] + " characters of " + text.length());
      }
    }
  }
}
