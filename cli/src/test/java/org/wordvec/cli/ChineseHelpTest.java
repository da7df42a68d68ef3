package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseHelpTest {
  private final Locale usual = Locale.getDefault(Locale.Category.DISPLAY);

  @BeforeEach
  void speakChinese() {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(Locale.Category.DISPLAY, usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "train",
        "train word2vec",
        "train glove",
        "train fasttext",
        "vocab",
        "tokenize",
        "phrases",
        "cooccur",
        "neighbors",
        "analogy",
        "similarity",
        "evaluate",
        "doctor"
      })
  void everyOptionOfTheMainCommandsIsDescribedInChinese(String command) {
    String[] arguments = (command + " --help").strip().split(" ");
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("用法：wordvec").contains("示例：", "通用：");
    List<String> english =
        run.lines().stream()
            .filter(line -> line.matches(".*\\((default|required)\\b.*|.*: [A-Z][a-z]+ [a-z]+.*"))
            .toList();
    assertThat(english).isEmpty();
    assertThat(run.lines())
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
  }

  @Test
  void otherLanguagesGetEnglish() {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.FRENCH);
    assertThat(CommandRun.of("vocab", "--help").out()).startsWith("Usage: wordvec");
  }
}
