package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldSpellingsTest {
  @ParameterizedTest
  @CsvSource({
    "word2vec, -size, -size is word2vec.c's; here it is --dim",
    "word2vec, -output, -output is word2vec.c's; here it is --output",
    "word2vec, -hs, -hs is word2vec.c's; here it is --objective hierarchical-softmax",
    "word2vec, -lr, -lr is fastText's; here it is --learning-rate",
    "fasttext, -output, -output is fastText's; here it is --output",
    "fasttext, -wordNgrams, -wordNgrams is fastText's; here nothing takes its place",
    "glove, -alpha, -alpha is GloVe's; here it is --alpha",
    "word2vec, -alpha, -alpha is word2vec.c's; here it is --learning-rate",
    "glove, -iter, -iter is GloVe's; here it is --epochs"
  })
  void anOldOptionIsAnsweredWithTheNewOne(String family, String option, String words) {
    CommandRun run = CommandRun.of("train", family, "corpus.txt", option, "5");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo("wordvec: " + words + ". Try 'wordvec train " + family + " --help'.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "fasttext", "glove"})
  void everySuccessorIsAnOption(String family) {
    String help =
        CommandRun.of("train", family, "--help").out()
            + CommandRun.of("vocab", "--help").out()
            + CommandRun.of("cooccur", "--help").out();
    Map<String, String> successors =
        OldSpellings.programs(List.of("train", family)).getFirst().successors();
    List<String> named = new ArrayList<>();
    for (String successor : successors.values()) {
      for (String word : successor.split("[ ,]+", -1)) {
        if (word.startsWith("--")) {
          named.add(word);
        }
      }
    }
    assertThat(named)
        .hasSizeGreaterThan(10)
        .allSatisfy(option -> assertThat(help).contains(option));
  }

  @Test
  void aWordOfAQueryOrBehindADoubleDashIsNoOption() {
    assertThat(OldSpellings.complaint(List.of("neighbors", "m.bin", "--", "-size"))).isEmpty();
    assertThat(OldSpellings.complaint(List.of("neighbors", "m.bin", "-size"))).isEmpty();
    assertThat(OldSpellings.complaint(List.of("train", "word2vec", "--", "-size"))).isEmpty();
    assertThat(OldSpellings.complaint(List.of())).isEmpty();
  }
}
