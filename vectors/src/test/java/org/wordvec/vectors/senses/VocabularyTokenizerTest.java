package org.wordvec.vectors.senses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.senses.VocabularyTokenizer.Token;

class VocabularyTokenizerTest {
  private static final WordList WORDS =
      WordList.of(List.of("bank", "Bank", "of", "苹果", "苹果公司", "公司", "吃", "u.s."));

  @Test
  void writtenFormsComeFirstThenWithoutPunctuationThenInLowerCase() {
    assertThat(tokens("bank Bank \"bank,\" BANK u.s. (OF)")).containsExactly(0, 1, 0, 0, 7, 2);
  }

  @Test
  void unknownTokensKeepTheirPlace() {
    List<Token> tokens = new VocabularyTokenizer(WORDS).tokens(" the River bank");
    assertThat(tokens).extracting(Token::id).containsExactly(-1, -1, 0);
    assertThat(tokens.get(1)).isEqualTo(new Token(5, 10, -1, "river"));
  }

  @Test
  void chineseIsSegmentedByTheLongestKnownWord() {
    assertThat(tokens("苹果公司吃苹果果of公司")).containsExactly(4, 6, 3, -1, 2, 5);
  }

  @Test
  void emptyTextHasNoTokens() {
    assertThat(new VocabularyTokenizer(WORDS).tokens(" \t ")).isEmpty();
  }

  private static List<Integer> tokens(String text) {
    return new VocabularyTokenizer(WORDS).tokens(text).stream().map(Token::id).toList();
  }
}
