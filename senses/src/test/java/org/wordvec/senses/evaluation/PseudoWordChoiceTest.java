package org.wordvec.senses.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.evaluation.PseudoWord.Kind;
import org.wordvec.vectors.Geometry;

class PseudoWordChoiceTest {
  private static final int WORDS = 3_000;

  /** So many that vectors are not related by chance. */
  private static final int DIMENSIONS = 100;

  private static final long TOKENS = 50_000_000;
  private static final double[] BANDS = {300, 900, 3_000, 18_000};

  /** Word 0 makes up what the others leave of the tokens. */
  private static final long[] COUNTS = counts();

  private static final WordList LIST =
      WordList.of(IntStream.range(0, WORDS).mapToObj(PseudoWordChoiceTest::name).toList());
  private static final float[][] VECTORS = vectors();

  private static long[] counts() {
    Random random = new Random(1);
    long[] counts = new long[WORDS];
    for (int word = 1; word < WORDS; word++) {
      counts[word] = Math.round(50 * Math.exp(random.nextDouble() * Math.log(1_000)));
    }
    counts[0] = TOKENS - Arrays.stream(counts).sum();
    return counts;
  }

  /** One in ten has a digit, one in ten a single letter. */
  private static String name(int word) {
    String letters = "";
    for (int left = word; left > 0; left /= 26) {
      letters += (char) ('a' + left % 26);
    }
    return switch (word % 10) {
      case 3 -> letters + "7x";
      case 4 -> Character.toString(0x4e00 + word);
      default -> "w" + letters;
    };
  }

  /** Groups of ten are related more or less; one in ten has no vector. */
  private static float[][] vectors() {
    Random random = new Random(2);
    float[][] vectors = new float[WORDS][];
    float[] group = new float[DIMENSIONS];
    for (int word = 0; word < WORDS; word++) {
      float[] own = new float[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        group[i] = word % 10 == 0 ? (float) random.nextGaussian() : group[i];
        own[i] = group[i] + (float) random.nextGaussian() * (word % 3) / 2;
      }
      vectors[word] = word % 10 == 5 ? new float[0] : own;
    }
    return vectors;
  }

  private static List<PseudoWord> choose(PseudoWordChoice choice) {
    return choice.choose(LIST, COUNTS, word -> VECTORS[word]);
  }

  @Test
  void keepsAllConstraints() {
    List<PseudoWord> chosen = choose(new PseudoWordChoice(30, 21, 9, 12, 1));
    List<Integer> all = new ArrayList<>();
    for (PseudoWord pseudo : chosen) {
      int[] words = pseudo.words();
      assertThat(words)
          .hasSize(
              switch (pseudo.kind()) {
                case FAR, NEAR -> 2;
                case TRIPLE -> 3;
                case CONTROL -> 1;
              });
      int factor = pseudo.kind() == Kind.CONTROL ? 2 : 1;
      for (int i = 0; i < words.length; i++) {
        all.add(words[i]);
        assertThat(LIST.word(words[i])).matches("\\p{L}{2,}");
        assertThat((double) COUNTS[words[i]])
            .isGreaterThanOrEqualTo(factor * BANDS[pseudo.band()])
            .isLessThan(factor * BANDS[pseudo.band() + 1]);
        for (int j = 0; j < i; j++) {
          assertRelated(pseudo.kind(), words[i], words[j]);
        }
      }
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  private static void assertRelated(Kind kind, int one, int other) {
    long greater = Math.max(COUNTS[one], COUNTS[other]);
    assertThat((double) greater / Math.min(COUNTS[one], COUNTS[other])).isLessThanOrEqualTo(1.5);
    assertThat(VECTORS[one]).isNotEmpty();
    assertThat(VECTORS[other]).isNotEmpty();
    double cosine = Geometry.between(VECTORS[one], VECTORS[other]);
    if (kind == Kind.NEAR) {
      assertThat(cosine).isStrictlyBetween(0.4, 0.75);
    } else {
      assertThat(cosine).isLessThan(0.2);
    }
  }

  @Test
  void choosesAsManyOfEachKindInEachBand() {
    List<PseudoWord> chosen = choose(new PseudoWordChoice(30, 21, 9, 12, 1));
    for (int band = 0; band < PseudoWord.BANDS; band++) {
      assertThat(count(chosen, Kind.FAR, band)).isEqualTo(10);
      assertThat(count(chosen, Kind.NEAR, band)).isEqualTo(7);
      assertThat(count(chosen, Kind.TRIPLE, band)).isEqualTo(3);
      assertThat(count(chosen, Kind.CONTROL, band)).isEqualTo(4);
    }
    assertThat(choose(new PseudoWordChoice(1, 0, 0, 2, 1))).hasSize(3);
  }

  private static long count(List<PseudoWord> chosen, Kind kind, int band) {
    return chosen.stream().filter(word -> word.kind() == kind && word.band() == band).count();
  }

  @Test
  void isTheSameForTheSameSeed() {
    PseudoWordChoice choice = new PseudoWordChoice(9, 3, 3, 3, 7);
    assertThat(words(choose(choice))).isEqualTo(words(choose(choice)));
    assertThat(words(choose(new PseudoWordChoice(9, 3, 3, 3, 8))))
        .isNotEqualTo(words(choose(choice)));
  }

  private static List<List<Integer>> words(List<PseudoWord> chosen) {
    return chosen.stream().map(word -> Arrays.stream(word.words()).boxed().toList()).toList();
  }

  @Test
  void choosesFewerWhereThereAreNotEnough() {
    PseudoWordChoice choice = new PseudoWordChoice(3, 0, 3, 3, 1);
    WordList few = WordList.of(List.of("the", "one", "two", "three"));
    // None has the frequency of the second band, and none is left for a triple.
    long[] counts = {49_000_000, 400, 500, 450};
    float[][] vectors = {{0, 1}, {1, 0}, {0, 1}, {1, 0}};
    List<PseudoWord> chosen = choice.choose(few, counts, word -> vectors[word]);
    assertThat(chosen).hasSize(1);
    assertThat(chosen.getFirst().kind()).isEqualTo(Kind.FAR);
    assertThat(chosen.getFirst().words()).contains(2);
    assertThat(choice.choose(WordList.of(List.of()), new long[0], word -> new float[1])).isEmpty();
  }

  @Test
  void rareWordsOfSmallCorporaAreNotChosen() {
    WordList few = WordList.of(List.of("the", "one", "two"));
    // Of a million words: 6 to 18, which is not enough.
    long[] counts = {999_978, 11, 11};
    float[][] vectors = {{0, 1}, {1, 0}, {0, 1}};
    assertThat(new PseudoWordChoice(3, 0, 0, 0, 1).choose(few, counts, word -> vectors[word]))
        .isEmpty();
  }

  @Test
  void refusesToChooseNothing() {
    for (int[] numbers : new int[][] {{0, 0, 0, 0}, {-1, 2, 3, 4}, {1, 2, 3, -1}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new PseudoWordChoice(numbers[0], numbers[1], numbers[2], numbers[3], 1))
          .withMessage("there must be pseudo-words to choose");
    }
  }
}
