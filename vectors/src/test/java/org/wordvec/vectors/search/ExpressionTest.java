package org.wordvec.vectors.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.vectors.search.Expression.Term;

class ExpressionTest {
  @Test
  void sumOfWords() {
    assertThat(Expression.parse("king - man + 0.5*woman").terms())
        .containsExactly(new Term("king", 1), new Term("man", -1), new Term("woman", 0.5));
    assertThat(Expression.parse(" king -man\t+ .25 * woman ").terms())
        .containsExactly(new Term("king", 1), new Term("man", -1), new Term("woman", 0.25));
    assertThat(Expression.parse("-man + 2e-1*x").terms())
        .containsExactly(new Term("man", -1), new Term("x", 0.2));
  }

  @Test
  void wordsWithOperatorsInThem() {
    assertThat(Expression.parse("ice-cream - C++ + f*ck + 3 - 2*2").terms())
        .extracting(Term::word)
        .containsExactly("ice-cream", "C++", "f*ck", "3", "2");
    assertThat(Expression.parse("\"New York\" - '-' + 2*\"'s\" - don't + 全角　空格").terms())
        .containsExactly(
            new Term("New York", 1),
            new Term("-", -1),
            new Term("'s", 2),
            new Term("don't", -1),
            new Term("全角　空格", 1));
  }

  @Test
  void escapesAndSigns() {
    assertThat(
            Expression.parse(
                    "new\\ york - \"say \\\"hi\\\"\" + 'don\\'t' + \\-5 - \\\\x + \\frac + \\2*3")
                .terms())
        .extracting(Term::word)
        .containsExactly("new york", "say \"hi\"", "don't", "-5", "\\x", "\\frac", "\\2*3");
    assertThat(Expression.parse("2\\*3").terms()).containsExactly(new Term("2*3", 1));
    assertThat(Expression.parse("king + -0.5*man - -2 * woman").terms())
        .containsExactly(new Term("king", 1), new Term("man", -0.5), new Term("woman", 2));
    assertThat(Expression.parse("-.5*man").terms()).containsExactly(new Term("man", -0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``            | character 1: expected a word, found the end
          `  `          | character 3: expected a word, found the end
          king -        | character 7: expected a word, found the end
          king man      | character 6: expected + or - between two words
          𠀀 man        | character 3: expected + or - between two words
          king - + man  | character 8: expected a word, found another + or -
          king -- man   | character 7: expected a word, found another + or -
          king - -2     | character 8: expected a word, found another + or -
          king - "a\\"  | character 8: this quote is not closed or holds no word
          king - 'man   | character 8: this quote is not closed or holds no word
          king - ''     | character 8: this quote is not closed or holds no word
          'king'man     | character 7: expected a space after the closing quote
          0*king        | character 1: a factor must be finite and not 0
          a - 1e999*b   | character 5: a factor must be finite and not 0
          2*            | character 3: expected a word, found the end
          """)
  void errorsNameTheirPlace(String text, String message) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("in the expression \"" + text + "\", " + message);
  }

  @Test
  void termsAreChecked() {
    assertThatThrownBy(() -> new Expression(List.of()))
        .hasMessage("an expression needs at least one word");
    assertThatThrownBy(() -> new Term("", 1)).hasMessage("a term needs a word");
    assertThatThrownBy(() -> new Term("a", Double.NaN))
        .hasMessage("the weight of \"a\" must be finite and not 0, not NaN");
    assertThatThrownBy(() -> new Term("a", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordsAreAsLongAsALine() {
    String letters = "x".repeat(1_000_000);
    String digits = "7".repeat(1_000_000);
    assertThat(
            Expression.parse(letters + " - \"" + letters + " " + letters + "\" + " + digits)
                .terms())
        .containsExactly(
            new Term(letters, 1), new Term(letters + " " + letters, -1), new Term(digits, 1));
    assertThat(Expression.parse("1." + digits + "*" + "\\ ".repeat(500_000)).terms())
        .extracting(Term::word)
        .containsExactly(" ".repeat(500_000));
  }

  @Test
  void numbersWithoutAnAsteriskAreWords() {
    assertThat(Expression.parse("1e5 - 1e*x + .*y - . + 2.e3*z + 1e+ - 3 *w + 2.*v").terms())
        .containsExactly(
            new Term("1e5", 1),
            new Term("1e*x", -1),
            new Term(".*y", 1),
            new Term(".", -1),
            new Term("z", 2000),
            new Term("1e+", 1),
            new Term("w", -3),
            new Term("v", 2));
  }
}
