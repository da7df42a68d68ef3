package org.wordvec.vectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.corpora.WordList;

/**
 * Known words that are spelt almost like an unknown one: first those that differ in case alone,
 * then those one edit away, then two, an edit being an insertion, deletion or replacement of a code
 * point or a swap of two neighbours (Damerau 1964). Case counts for nothing in edits. Among equals,
 * the more frequent comes first.
 *
 * <p>Words of one or two code points are allowed one edit less than they are long, since two edits
 * would match any of them. Safe for use by several threads.
 */
public final class Suggestions {
  /** The most words that {@link #of} returns. */
  public static final int LIMIT = 5;

  private static final int MOST_EDITS = 2;
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
    int limit = Math.clamp(wanted.length() - 1, 0, MOST_EDITS);
    List<List<Integer>> byEdits = new ArrayList<>();
    for (int edits = 0; edits <= limit; edits++) {
      byEdits.add(new ArrayList<>());
    }
    Spelling candidate = new Spelling();
    EditDistance distance = new EditDistance();
    for (int id = 0; id < words.size() && byEdits.getFirst().size() < LIMIT; id++) {
      if (Math.abs(words.length(id) - utf8.length) > LONGEST_CODE_POINT * MOST_EDITS) {
        continue;
      }
      byte[] spelled = words.utf8(id);
      candidate.set(spelled);
      if (candidate.mayBeWithin(limit, wanted) && !Arrays.equals(spelled, utf8)) {
        int edits = candidate.edits(wanted, limit, distance);
        if (edits <= limit && byEdits.get(edits).size() < LIMIT) {
          byEdits.get(edits).add(id);
        }
      }
    }
    return byEdits.stream().flatMap(List::stream).limit(LIMIT).map(words::word).toList();
  }
}
