package org.wordvec.senses.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.evaluation.PseudoWord.Kind;
import org.wordvec.vectors.Geometry;

/**
 * Chooses pseudo-words at random: in each of three bands of frequency as many of each kind. Words
 * are made of letters, those of one pseudo-word are of similar frequency (at most 1.5 times), and
 * no word is taken twice. Words are unrelated if their vectors have a cosine below 0.2, related
 * from 0.4 to 0.75.
 *
 * @param far pairs of unrelated words
 * @param near pairs of related words
 * @param triples of unrelated words
 * @param controls single words, as frequent as the pairs
 * @param seed of the choice
 */
public record PseudoWordChoice(int far, int near, int triples, int controls, long seed) {
  private static final double UNRELATED = 0.2;
  private static final double RELATED = 0.4;
  private static final double ALIKE = 0.75;
  private static final double RATIO = 1.5;
  private static final int LEAST_COUNT = 100;
  private static final int LEAST_LETTERS = 2;
  private static final int TRIES = 200_000;

  /** Bounds of the bands for one of two words, per million words of the corpus. */
  private static final double[] PER_MILLION = {6, 18, 60, 360};

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or all are 0
   */
  public PseudoWordChoice {
    if (Math.min(Math.min(far, near), Math.min(triples, controls)) < 0
        || far + near + triples + controls == 0) {
      throw new IllegalArgumentException("there must be pseudo-words to choose");
    }
  }

  /**
   * Chooses pseudo-words of a corpus; fewer than wanted where it has not enough words.
   *
   * @param words of the vocabulary
   * @param counts of the words in the corpus
   * @param vectors returns the vector of a word, or an empty one
   */
  public List<PseudoWord> choose(WordList words, long[] counts, IntFunction<float[]> vectors) {
    double million = 1e-6 * IntStream.range(0, counts.length).mapToLong(i -> counts[i]).sum();
    Random random = new Random(seed);
    Set<Integer> used = new HashSet<>();
    List<PseudoWord> chosen = new ArrayList<>();
    for (int band = 0; band < PseudoWord.BANDS; band++) {
      double least = Math.max(PER_MILLION[band] * million, LEAST_COUNT);
      double most = PER_MILLION[band + 1] * million;
      int[] candidates = candidates(words, counts, least, most);
      Drawing drawing = new Drawing(band, candidates, counts, vectors, random, used, chosen);
      drawing.add(Kind.FAR, 2, part(far, band));
      drawing.add(Kind.NEAR, 2, part(near, band));
      drawing.add(Kind.TRIPLE, 3, part(triples, band));
      int[] twice = candidates(words, counts, 2 * least, 2 * most);
      new Drawing(band, twice, counts, vectors, random, used, chosen)
          .add(Kind.CONTROL, 1, part(controls, band));
    }
    return chosen;
  }

  private static int part(int total, int band) {
    return total * (band + 1) / PseudoWord.BANDS - total * band / PseudoWord.BANDS;
  }

  private static int[] candidates(WordList words, long[] counts, double least, double most) {
    return IntStream.range(0, counts.length)
        .filter(word -> counts[word] >= least && counts[word] < most)
        .filter(word -> isOfLetters(words.word(word)))
        .toArray();
  }

  private static boolean isOfLetters(String word) {
    return word.codePointCount(0, word.length()) >= LEAST_LETTERS
        && word.codePoints().allMatch(Character::isLetter);
  }

  /** Draws pseudo-words of a band. */
  private static final class Drawing {
    private final int band;
    private final int[] candidates;
    private final long[] counts;
    private final IntFunction<float[]> vectors;
    private final Random random;
    private final Set<Integer> used;
    private final List<PseudoWord> chosen;

    Drawing(
        int band,
        int[] candidates,
        long[] counts,
        IntFunction<float[]> vectors,
        Random random,
        Set<Integer> used,
        List<PseudoWord> chosen) {
      this.band = band;
      this.candidates = candidates;
      this.counts = counts;
      this.vectors = vectors;
      this.random = random;
      this.used = used;
      this.chosen = chosen;
    }

    void add(Kind kind, int size, int wanted) {
      int found = 0;
      for (int i = 0; found < wanted && i < TRIES && candidates.length >= size; i++) {
        int[] words =
            IntStream.range(0, size)
                .map(n -> candidates[random.nextInt(candidates.length)])
                .toArray();
        if (fits(kind, words)) {
          IntStream.of(words).forEach(used::add);
          chosen.add(new PseudoWord(kind, band, words));
          found++;
        }
      }
    }

    private boolean fits(Kind kind, int[] words) {
      for (int i = 0; i < words.length; i++) {
        if (used.contains(words[i])) {
          return false;
        }
        for (int j = 0; j < i; j++) {
          if (words[i] == words[j] || !fits(kind, words[i], words[j])) {
            return false;
          }
        }
      }
      return true;
    }

    private boolean fits(Kind kind, int one, int other) {
      double ratio = (double) counts[one] / counts[other];
      if (ratio > RATIO || ratio < 1 / RATIO) {
        return false;
      }
      float[] left = vectors.apply(one);
      float[] right = vectors.apply(other);
      if (left.length == 0 || right.length == 0) {
        return false;
      }
      double cosine = Geometry.between(left, right);
      return kind == Kind.NEAR ? cosine > RELATED && cosine < ALIKE : cosine < UNRELATED;
    }
  }
}
