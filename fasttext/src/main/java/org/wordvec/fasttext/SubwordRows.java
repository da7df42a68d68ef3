package org.wordvec.fasttext;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.wordvec.compute.kernels.InputRows;
import org.wordvec.corpora.words.WordList;

/**
 * The input rows of every word of a vocabulary: its own, which has the word's number, then those of
 * its n-grams, which come behind all words. A row that a word hits twice stands there twice, and
 * counts twice.
 *
 * <p>Computed once, in parallel, since hashing in every window would cost more than the arithmetic.
 * Kept as compressed sparse rows outside the heap. Immutable and safe for use by several threads.
 */
public final class SubwordRows {
  private final long[] starts;
  private final MemorySegment rows;

  private SubwordRows(long[] starts, MemorySegment rows) {
    this.starts = starts;
    this.rows = rows;
  }

  /** Computes the rows of all words; the arena owns them. */
  public static SubwordRows of(WordList words, Subwords subwords, Arena arena) {
    long[] starts = new long[words.size() + 1];
    Arrays.parallelSetAll(starts, word -> word == 0 ? 0 : 1 + subwords.count(words.utf8(word - 1)));
    Arrays.parallelPrefix(starts, Long::sum);
    MemorySegment rows = arena.allocate(JAVA_INT, Math.max(1, starts[words.size()]));
    IntStream.range(0, words.size())
        .parallel()
        .forEach(
            word -> {
              long[] at = {starts[word]};
              rows.setAtIndex(JAVA_INT, at[0]++, word);
              subwords.forEach(
                  words.utf8(word),
                  (text, from, to, bucket) ->
                      rows.setAtIndex(JAVA_INT, at[0]++, words.size() + bucket));
            });
    return new SubwordRows(starts, rows);
  }

  /** Returns where each word's rows start, and where the last's end. */
  public long[] starts() {
    return starts.clone();
  }

  /** Returns the rows of all words, int32, one word's after the other's. */
  public MemorySegment rows() {
    return rows;
  }

  /** Number of rows of a word. */
  int count(int word) {
    return (int) (starts[word + 1] - starts[word]);
  }

  /** One of a word's rows, from 0. */
  int row(int word, int index) {
    return rows.getAtIndex(JAVA_INT, starts[word] + index);
  }

  /** Adds a word's rows to those of a sentence. */
  void addTo(InputRows sentence, int word) {
    sentence.addAll(rows, starts[word], starts[word + 1]);
  }
}
