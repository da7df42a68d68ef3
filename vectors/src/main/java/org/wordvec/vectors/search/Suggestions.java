package org.wordvec.vectors.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.corpora.words.WordList;

/**
 * Known words that are spelt almost like an unknown one: those that differ in case alone, and where
 * there are none, those one edit away, then two, an edit being an insertion, deletion or
 * replacement of a code point or a swap of two neighbours (Damerau 1964). Case counts for nothing
 * in edits. Among equals, words that begin alike come first, then the more frequent.
 *
 * <p>A short word is like many others by chance: two edits are allowed from five code points on, to
 * words that begin alike, since people seldom miss the first letter; and none to a single one. Safe
 * for use by several threads.
 */
public final class Suggestions {
  /** The most words that {@link #of} returns. */
  public static final int LIMIT = 5;

  private static final int MOST_EDITS = 2;
  private static final int LEAST_OF_TWO_EDITS = 5;
  private static final int RANKS = 4;
  private static final int LONGEST_CODE_POINT = 4;

  private final WordList words;

  /** Suggests from these words, which are ordered by falling frequency. */
  public Suggestions(WordList words) {
    this.words = words;
  }

  /**
   * At most {@value #LIMIT} words near the given one, best first, the word itself left out. Goes
   * through the whole list.
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

  /** From 0, the best; {@link #RANKS} for no suggestion. */
  private static int rank(int edits, boolean beginsLike) {
    return switch (edits) {
      case 0 -> 0;
      case 1 -> beginsLike ? 1 : 2;
      case 2 -> beginsLike ? 3 : RANKS;
      default -> RANKS;
    };
  }
}
