package org.wordvec.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wordvec.cli.CommandRun;

class DemoTest {
  @Test
  void theSameSeedGivesTheSameText() throws IOException {
    DemoCorpus corpus = DemoCorpus.load();
    assertThat(corpus.text(500, 4)).isEqualTo(corpus.text(500, 4));
    assertThat(corpus.text(500, 4)).isNotEqualTo(corpus.text(500, 5));
    assertThat(corpus.text(500, 4).lines()).hasSize(500);
  }

  @Test
  void everySlotIsFilled() throws IOException {
    assertThat(DemoCorpus.load().text(20_000, 1)).doesNotContain("{", "}", ",", "\t");
  }

  @Test
  void everyWordOfTheQuestionsOccurs() throws IOException {
    Set<String> words =
        Arrays.stream(DemoCorpus.load().text(20_000, 1).split("\\s+", -1))
            .collect(Collectors.toSet());
    for (DemoQuery question : DemoQuery.load()) {
      assertThat(words).contains(question.a(), question.b(), question.c(), question.expected());
    }
  }

  @Test
  void kingMinusManPlusWomanComesFirst() throws IOException {
    DemoQuery first = DemoQuery.load().getFirst();
    assertThat(first.text()).isEqualTo("king - man + woman");
    assertThat(first.expected()).isEqualTo("queen");
    assertThat(DemoQuery.load().stream().map(DemoQuery::section).distinct()).hasSize(6);
  }

  @Test
  void noSentenceContainsAnAnalogyAndItsSolution() throws IOException {
    List<Set<String>> sentences =
        DemoCorpus.load().text(20_000, 1).lines().map(DemoTest::words).toList();
    for (DemoQuery question : DemoQuery.load()) {
      Set<String> all = Set.of(question.a(), question.b(), question.c(), question.expected());
      assertThat(sentences).noneMatch(sentence -> sentence.containsAll(all));
    }
  }

  @Test
  void everyModelPasses() {
    CommandRun run = CommandRun.of("demo", "--seed", "9", "--threads", "2");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("king - man + woman", "loss by epoch", "princcess", "bank#1", "苹果#2");
    assertThat(run.lines().getLast())
        .matches(
            "score: skip-gram \\d+/17, CBOW \\d+/17, GloVe \\d+/17, FastText \\d/4, senses [67]/7");
  }

  @Test
  void passingNeedsTheFirstAnswerAndFiveMore() throws IOException {
    List<DemoQuery> questions = DemoQuery.load();
    List<String> right = questions.stream().map(DemoQuery::expected).toList();
    assertThat(new DemoScore(questions, right).passed()).isTrue();
    assertThat(new DemoScore(questions, wrongAfter(right, 0, 6)).passed()).isTrue();
    assertThat(new DemoScore(questions, wrongAfter(right, 0, 5)).passed()).isFalse();
    assertThat(new DemoScore(questions, wrongAfter(right, 1, right.size())).passed()).isFalse();
  }

  /** The answers with only those from one place up to another left as they are. */
  private static List<String> wrongAfter(List<String> answers, int from, int to) {
    String[] some = answers.toArray(String[]::new);
    Arrays.fill(some, 0, from, "nonsense");
    Arrays.fill(some, to, some.length, "nonsense");
    return List.of(some);
  }

  private static Set<String> words(String sentence) {
    return Set.of(Arrays.stream(sentence.split(" ", -1)).distinct().toArray(String[]::new));
  }
}
