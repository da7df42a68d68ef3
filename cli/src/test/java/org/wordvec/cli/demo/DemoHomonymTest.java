package org.wordvec.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wordvec.senses.induction.SenseInduction;

class DemoHomonymTest {
  private static final String WORLD = "a king ruled\nthe capital of china\n";

  @Test
  void everyHomonymHasTwoMeanings() throws IOException {
    assertThat(DemoHomonym.load())
        .extracting(DemoHomonym::word)
        .containsExactly("china", "magazine", "bank", "spring", "苹果", "杜鹃", "包袱");
    assertThat(DemoHomonym.load()).allSatisfy(homonym -> assertThat(homonym.meanings()).hasSize(2));
  }

  @Test
  void everyMeaningHasPatternsForTrainingAndOthersForTheTest() throws IOException {
    for (DemoHomonym homonym : DemoHomonym.load()) {
      for (DemoMeaning meaning : homonym.meanings()) {
        List<String> training = meaning.own().patterns();
        List<String> heldOut = meaning.heldOut().patterns();
        assertThat(training).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
        assertThat(heldOut).hasSize(3).doesNotContainAnyElementsOf(training);
        assertThat(training).allMatch(pattern -> pattern.split("\\{word}", -1).length == 2);
        assertThat(heldOut).allMatch(pattern -> pattern.split("\\{word}", -1).length == 2);
      }
    }
  }

  @Test
  void heldOutSentencesHaveTheHomonymAndAreNotInTheText() throws IOException {
    List<DemoHomonym> homonyms = DemoHomonym.load();
    Set<String> text = new HashSet<>(new DemoSenseText(homonyms).text(WORLD, 1).lines().toList());
    SplittableRandom random = new SplittableRandom(2);
    for (DemoHomonym homonym : homonyms) {
      for (DemoMeaning meaning : homonym.meanings()) {
        assertThat(meaning.heldOutSentences(random))
            .allMatch(sentence -> words(sentence).contains(homonym.word()))
            .noneMatch(text::contains);
      }
    }
  }

  @Test
  void everySlotIsFilled() throws IOException {
    assertThat(new DemoSenseText(DemoHomonym.load()).text(WORLD, 1))
        .doesNotContain("{", "}", ",", "\t");
  }

  @Test
  void theSmallWorldKeepsItsSentencesWithoutHomonyms() throws IOException {
    DemoSenseText text = new DemoSenseText(DemoHomonym.load());
    assertThat(text.text(WORLD, 1).lines())
        .contains("a king ruled")
        .doesNotContain("the capital of china");
    assertThat(text.text(WORLD, 1))
        .isEqualTo(text.text(WORLD, 1))
        .isNotEqualTo(text.text(WORLD, 2));
  }

  @Test
  void homonymsAreFrequentEnoughToBeDividedAndNotTooFrequent() throws IOException {
    List<DemoHomonym> homonyms = DemoHomonym.load();
    String world = DemoCorpus.load().text(DemoCommand.SENTENCES, 1);
    List<String> words =
        new DemoSenseText(homonyms)
            .text(world, 1)
            .lines()
            .flatMap(sentence -> words(sentence).stream())
            .toList();
    for (DemoHomonym homonym : homonyms) {
      assertThat(words.stream().filter(homonym.word()::equals).count())
          .isBetween(
              (long) SenseInduction.LEAST_COUNT, (long) (SenseInduction.FREQUENT * words.size()));
    }
  }

  private static List<String> words(String sentence) {
    return Arrays.asList(sentence.split(" ", -1));
  }
}
