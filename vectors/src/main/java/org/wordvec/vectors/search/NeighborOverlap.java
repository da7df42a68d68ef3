package org.wordvec.vectors.search;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;

/**
 * Finds the words that two models use most differently, by the overlap of their nearest neighbours
 * (Gonen, Jawahar, Seddah and Goldberg 2020, "Simple, Interpretable and Stable Method for Detecting
 * Words with Usage Change across Corpora", section 3).
 *
 * <p>The score of a word is {@code |N_A(w) ∩ N_B(w)|}, 0 to k, where {@code N(w)} are its k nearest
 * neighbours among the common words of both models. The spaces need no alignment and may have
 * different dimensions. The frequency rank of a word is the worse of its ranks in the two models.
 *
 * @param top number of words to compare, the most frequent ones; 0 for all common words
 * @param k number of nearest neighbours to compare; fewer if there are fewer common words
 * @param threads number of threads, 1 or more; does not change the result
 */
public record NeighborOverlap(int top, int k, int threads) {
  /** The paper's number of nearest neighbours. */
  public static final int DEFAULT_K = 1000;

  /** Default number of words to compare. */
  public static final int DEFAULT_TOP = 10_000;

  private static final int BATCH = 1024;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if {@code top} is negative, or {@code k} or {@code threads}
   *     less than 1
   */
  public NeighborOverlap {
    if (top < 0 || k < 1 || threads < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "top must be 0 or more, k and threads 1 or more, not %d, %d and %d",
              top,
              k,
              threads));
    }
  }

  /**
   * The result of a comparison.
   *
   * @param common number of common words whose vectors are not zero
   * @param zero number of common words whose vector in one model is all zeros, and which have no
   *     neighbours
   * @param k number of compared nearest neighbours
   * @param changes compared words, the most changed first, then the more frequent
   */
  public record Comparison(int common, int zero, int k, List<Change> changes) {
    /** Copies the list. */
    public Comparison {
      changes = List.copyOf(changes);
    }

    /** Returns the mean overlap of the compared words; NaN if there are none. */
    public double meanOverlap() {
      return changes.stream().mapToInt(Change::overlap).average().orElse(Double.NaN);
    }
  }

  /**
   * The nearest neighbours of one word in two models.
   *
   * @param word the word
   * @param overlap number of common neighbours
   * @param onlyFirst neighbours in the first model only, nearest first
   * @param onlySecond neighbours in the second model only, nearest first
   */
  public record Change(String word, int overlap, List<String> onlyFirst, List<String> onlySecond) {}

  /**
   * Compares two models.
   *
   * @param listed maximum number of neighbours in {@link Change#onlyFirst} and {@link
   *     Change#onlySecond}
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public Comparison compare(WordVectors first, WordVectors second, int listed) {
    int[] known = common(first, second);
    int[] firstIds =
        IntStream.of(known)
            .filter(id -> !first.isZero(id) && !second.isZero(id(first, id, second)))
            .toArray();
    int[] secondIds = IntStream.of(firstIds).map(id -> id(first, id, second)).toArray();
    try (Arena arena = Arena.ofShared()) {
      Neighbors left = new Neighbors(first.select(firstIds, arena));
      Neighbors right = new Neighbors(second.select(secondIds, arena));
      int compared = top == 0 ? firstIds.length : Math.min(top, firstIds.length);
      List<Change> changes = new ArrayList<>(compared);
      for (int from = 0; from < compared; from += BATCH) {
        int to = Math.min(from + BATCH, compared);
        // The words of both searches are the same in the same order.
        int[] rows = IntStream.range(from, to).toArray();
        List<int[]> lefts = left.nearestIds(rows, k, threads);
        List<int[]> rights = right.nearestIds(rows, k, threads);
        WordList words = left.vectors().words();
        for (int i = 0; i < rows.length; i++) {
          changes.add(change(words.word(rows[i]), lefts.get(i), rights.get(i), words, listed));
        }
      }
      changes.sort(Comparator.comparingInt(Change::overlap));
      return new Comparison(
          firstIds.length,
          known.length - firstIds.length,
          Math.min(k, Math.max(0, firstIds.length - 1)),
          changes);
    }
  }

  private static Change change(String word, int[] left, int[] right, WordList words, int listed) {
    BitSet lefts = set(left);
    BitSet rights = set(right);
    int shared = (int) IntStream.of(left).filter(rights::get).count();
    return new Change(
        word, shared, without(left, rights, words, listed), without(right, lefts, words, listed));
  }

  private static BitSet set(int[] ids) {
    BitSet set = new BitSet();
    for (int id : ids) {
      set.set(id);
    }
    return set;
  }

  private static List<String> without(int[] ids, BitSet other, WordList words, int listed) {
    return IntStream.of(ids)
        .filter(id -> !other.get(id))
        .limit(listed)
        .mapToObj(words::word)
        .toList();
  }

  /** Returns the ids in the first model of the common words, by the worse of their two ranks. */
  private static int[] common(WordVectors first, WordVectors second) {
    record Place(int id, int lower) {}
    List<Place> places = new ArrayList<>();
    for (int id = 0; id < first.size(); id++) {
      int other = id(first, id, second);
      // For a word that a file contains twice, the first row counts.
      if (other >= 0 && id(first, id, first) == id) {
        places.add(new Place(id, Math.max(id, other)));
      }
    }
    places.sort(Comparator.comparingInt(Place::lower));
    return places.stream().mapToInt(Place::id).toArray();
  }

  /** Returns the id in the second model of a word of the first; -1 if it lacks the word. */
  private static int id(WordVectors first, int id, WordVectors second) {
    byte[] word = first.words().utf8(id);
    return second.words().indexOf(word, 0, word.length);
  }
}
