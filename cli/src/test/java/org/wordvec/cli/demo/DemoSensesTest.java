package org.wordvec.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.library.FailedException;

class DemoSensesTest {
  private static final DemoScene NOTHING = new DemoScene(List.of(Map.of()), List.of("bank"));
  private static final DemoMeaning MEANING = new DemoMeaning("any", NOTHING, NOTHING, NOTHING);

  @Test
  void aMeaningThatTheTextDoesNotHaveIsWrong() throws IOException, InterruptedException {
    List<DemoHomonym> homonyms =
        DemoHomonym.load().stream()
            .map(homonym -> homonym.word().equals("bank") ? withoutSecond(homonym) : homonym)
            .toList();
    StringWriter out = new StringWriter();
    DemoOptions options = new DemoOptions();
    options.seed = 3;
    options.threads = 2;
    String world = DemoCorpus.load().text(DemoCommand.SENTENCES, options.seed);
    String text = new DemoSenseText(homonyms).text(world, options.seed);
    int right;
    try (Arena arena = Arena.ofShared()) {
      right =
          new DemoSenses(DemoCommand.encode(text, options, arena), homonyms, options)
              .run(arena, new ProgressDisplay.Silent(), new PrintWriter(out));
    }
    assertThat(right).as(out.toString()).isBetween(homonyms.size() - 2, homonyms.size() - 1);
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("money +bank .* WRONG .*"))
        .anyMatch(line -> line.matches("river +bank .* WRONG .*"));
  }

  /** Gives the second meaning the sentences of the first in the corpus. */
  private static DemoHomonym withoutSecond(DemoHomonym homonym) {
    DemoMeaning first = homonym.meanings().getFirst();
    DemoMeaning second = homonym.meanings().getLast();
    return new DemoHomonym(
        homonym.word(),
        List.of(
            first, new DemoMeaning(second.name(), first.own(), first.others(), second.heldOut())));
  }

  @Test
  void eachMeaningNeedsASenseOfItsOwn() {
    assertThat(new DemoHomonymResult(2, List.of(result(0, 30), result(1, 30))).isRight()).isTrue();
    assertThat(new DemoHomonymResult(2, List.of(result(1, 30), result(0, 30))).isRight()).isTrue();
    assertThat(new DemoHomonymResult(2, List.of(result(0, 30), result(0, 30))).isRight()).isFalse();
    assertThat(new DemoHomonymResult(3, List.of(result(0, 30), result(1, 30))).isRight()).isFalse();
    assertThat(new DemoHomonymResult(1, List.of(result(0, 30), result(0, 30))).isRight()).isFalse();
  }

  @Test
  void nineInTenSentencesOfAMeaningNeedTheSameSense() {
    assertThat(result(1, 27).isConsistent()).isTrue();
    assertThat(result(1, 26).isConsistent()).isFalse();
    assertThat(result(1, 26).sense()).isEqualTo(1);
    assertThat(result(1, 26).agreeing()).hasSize(26);
    assertThat(new DemoHomonymResult(2, List.of(result(0, 30), result(1, 26))).isRight()).isFalse();
  }

  /** Thirty sentences, of which some have one sense, and the others sense 5. */
  private static DemoMeaningResult result(int sense, int agreeing) {
    DemoContext context = new DemoContext("bank", "the bank");
    return new DemoMeaningResult(
        MEANING,
        IntStream.range(0, 30)
            .map(sentence -> sentence < agreeing ? sense : 5)
            .mapToObj(found -> new DemoContext.Choice(context, found, "bank#" + found, 0.9))
            .toList());
  }

  @Test
  void oneHomonymMayBeWrong() throws IOException {
    List<DemoQuery> queries = DemoQuery.load();
    DemoScore perfect = new DemoScore(queries, queries.stream().map(DemoQuery::expected).toList());
    DemoVerdict passed = new DemoVerdict(perfect, perfect, perfect, 4, 6, 7);
    passed.check();
    assertThat(passed.summary())
        .isEqualTo("score: skip-gram 17/17, CBOW 17/17, GloVe 17/17, FastText 4/4, senses 6/7");
    assertThatThrownBy(() -> new DemoVerdict(perfect, perfect, perfect, 4, 5, 7).check())
        .isInstanceOf(FailedException.class)
        .hasMessageContaining("all homonyms but one");
    assertThatThrownBy(() -> new DemoVerdict(perfect, perfect, perfect, 2, 7, 7).check())
        .isInstanceOf(FailedException.class);
  }
}
