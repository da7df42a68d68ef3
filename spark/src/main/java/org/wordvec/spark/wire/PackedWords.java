package org.wordvec.spark.wire;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.WordList;

/** Holds words with their counts in three arrays, which serialize quickly. */
public final class PackedWords implements Serializable {
  private static final long serialVersionUID = 1;

  private byte[] utf8 = new byte[1 << 10];
  private int[] ends = new int[1 << 7];
  private long[] counts = new long[1 << 7];
  private int size;
  private transient @Nullable Vocabulary vocabulary;

  /** Creates an empty list. */
  public PackedWords() {}

  /** Returns all words of a vocabulary in their order. */
  public static PackedWords of(Vocabulary vocabulary) {
    PackedWords packed = new PackedWords();
    for (int id = 0; id < vocabulary.size(); id++) {
      packed.add(vocabulary.words().utf8(id), vocabulary.count(id));
    }
    packed.vocabulary = vocabulary;
    return packed;
  }

  /** Appends a word. */
  public void add(byte[] word, long count) {
    if (size == counts.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    int start = start(size);
    int end = Math.addExact(start, word.length);
    if (end > utf8.length) {
      utf8 = Arrays.copyOf(utf8, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * end));
    }
    System.arraycopy(word, 0, utf8, start, word.length);
    ends[size] = end;
    counts[size++] = count;
  }

  private int start(int id) {
    return id == 0 ? 0 : ends[id - 1];
  }

  /** Adds all words to a list and returns their counts. */
  public long[] addTo(WordList.Builder words) {
    for (int id = 0; id < size; id++) {
      words.add(utf8, start(id), ends[id] - start(id));
    }
    return Arrays.copyOf(counts, size);
  }

  /** Returns the words in the order in which they were added. Created once in each process. */
  public synchronized Vocabulary vocabulary() {
    Vocabulary created = vocabulary;
    if (created == null) {
      WordList.Builder words = new WordList.Builder();
      long[] numbers = addTo(words);
      created = Vocabulary.ranked(words.build(), numbers);
      vocabulary = created;
    }
    return created;
  }
}
