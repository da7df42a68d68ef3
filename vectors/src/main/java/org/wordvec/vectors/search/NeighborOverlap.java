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
 * Finds the words that two models use most differently, by how few of their near words they share
 * (Gonen, Jawahar, Seddah and Goldberg 2020, "Simple, Interpretable and Stable Method for Detecting
 * Words with Usage Change across Corpora", section 3).
 *
 * <p>A word's score is {@code |N_A(w) ∩ N_B(w)|}, 0 to k, where {@code N(w)} are the k words
 * nearest to it among those that both models know. The spaces need no alignment and may have
 * different dimensions. Words count as frequent by the lower of their two places in the models'
 * lists.
 *
 * @param top how many words are compared, the most frequent; 0 for all that both models know
 * @param k how many near words are held against each other; fewer where the models share fewer
 * @param threads how many threads search; does not change the result
 */
public record NeighborOverlap(int top, int k, int threads) {
  /** The paper's number of near words. */
  public static final int DEFAULT_K = 1000;

  /** How many words are compared unless told otherwise. */
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
   * What was found.
   *
   * @param common words that both models know, with a direction in each
   * @param zero other words that both know: all zeros in one of them, so that they are near no word
   * @param k near words that were held against each other
   * @param changes the words compared, the most changed first; of equal ones the more frequent
   */
  public record Comparison(int common, int zero, int k, List<Change> changes) {
    /** Copies the list. */
    public Comparison {
      changes = List.copyOf(changes);
    }

    /** Returns the mean overlap of the words compared; NaN if there are none. */
    public double meanOverlap() {
      return changes.stream().mapToInt(Change::overlap).average().orElse(Double.NaN);
    }
  }

  /**
   * One word's near words.
   *
   * @param overlap how many near words both models have in common
   * @param onlyFirst near words in the first model alone, nearest first
   * @param onlySecond near words in the second model alone, nearest first
   */
  public record Change(String word, int overlap, List<String> onlyFirst, List<String> onlySecond) {}

  /**
   * Compares two models.
   *
   * @param listed how many of the words that only one model finds near are kept
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

  /**
   * Returns the ids in the first model of the words that both know, by the lower of their two
   * places.
   */
  private static int[] common(WordVectors first, WordVectors second) {
    record Place(int id, int lower) {}
    List<Place> places = new ArrayList<>();
    for (int id = 0; id < first.size(); id++) {
      int other = id(first, id, second);
      // A word that a file has twice counts where it stands first.
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
