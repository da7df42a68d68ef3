package org.wordvec.vectors.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.corpora.words.WordList;

/**
 * Suggests known words that are spelt similarly to an unknown one: those that differ only in case,
 * or if there are none, those at an edit distance of one, then two (Damerau 1964), ignoring case.
 * Among equal distances, words with the same first letter come first, then the more frequent ones.
 *
 * <p>Short words resemble many others by chance: two edits are allowed from five code points on and
 * with the same first letter, which is seldom mistyped; a single code point allows none. Safe for
 * use by several threads.
 */
public final class Suggestions {
  /** Maximum number of words that {@link #of} returns. */
  public static final int LIMIT = 5;

  private static final int MOST_EDITS = 2;
  private static final int LEAST_OF_TWO_EDITS = 5;
  private static final int RANKS = 4;
  private static final int LONGEST_CODE_POINT = 4;

  private final WordList words;

  /** Creates suggestions from words that are ordered by falling frequency. */
  public Suggestions(WordList words) {
    this.words = words;
  }

  /**
   * Returns at most {@value #LIMIT} words that are similar to the given one, best first and without
   * the word itself. Scans the whole list.
   */
  public List<String> of(String word) {
    byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
    Spelling wanted = new Spelling();
    wanted.set(utf8);
    int limit =
        wanted.length() < LEAST_OF_TWO_EDITS ? Math.clamp(wanted.length() - 1, 0, 1) : MOST_EDITS;
    List<List<Integer>> ranks = new ArrayList<>();
    for (int rank = 0; rank < RANKS; rank++) {
      ranks.add(new ArrayList<>());
    }
    Spelling candidate = new Spelling();
    EditDistance distance = new EditDistance();
    for (int id = 0; id < words.size() && ranks.getFirst().size() < LIMIT; id++) {
      if (Math.abs(words.length(id) - utf8.length) > LONGEST_CODE_POINT * MOST_EDITS) {
        continue;
      }
      byte[] spelled = words.utf8(id);
      candidate.set(spelled);
      if (candidate.mayBeWithin(limit, wanted) && !Arrays.equals(spelled, utf8)) {
        int edits = candidate.edits(wanted, limit, distance);
        int rank = edits > limit ? RANKS : rank(edits, candidate.beginsLike(wanted));
        if (rank < RANKS && ranks.get(rank).size() < LIMIT) {
          ranks.get(rank).add(id);
        }
      }
    }
    List<List<Integer>> best = ranks.getFirst().isEmpty() ? ranks : List.of(ranks.getFirst());
    return best.stream().flatMap(List::stream).limit(LIMIT).map(words::word).toList();
  }

  /** Returns the rank of a suggestion, from 0 for the best; {@link #RANKS} if there is none. */
  private static int rank(int edits, boolean beginsLike) {
    return switch (edits) {
      case 0 -> 0;
      case 1 -> beginsLike ? 1 : 2;
      case 2 -> beginsLike ? 3 : RANKS;
      default -> RANKS;
    };
  }
}
