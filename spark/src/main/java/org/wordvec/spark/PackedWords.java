package org.wordvec.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.WordList;

/** Words with their counts, on their way from one machine to another. */
final class PackedWords implements Serializable {
  private static final long serialVersionUID = 1;

  private byte[] utf8 = new byte[1 << 10];
  private int[] ends = new int[1 << 7];
  private long[] counts = new long[1 << 7];
  private int size;
  private transient @Nullable Vocabulary vocabulary;

  PackedWords() {}

  /** All words in their order. */
  static PackedWords of(Vocabulary vocabulary) {
    PackedWords packed = new PackedWords();
    for (int id = 0; id < vocabulary.size(); id++) {
      packed.add(vocabulary.words().utf8(id), vocabulary.count(id));
    }
    packed.vocabulary = vocabulary;
    return packed;
  }

  void add(byte[] word, long count) {
    if (size == counts.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, word.length);
    if (end > utf8.length) {
      utf8 = Arrays.copyOf(utf8, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * end));
    }
    System.arraycopy(word, 0, utf8, start, word.length);
    ends[size] = end;
    counts[size++] = count;
  }

  /** Adds all words to a list, and answers their counts. */
  long[] addTo(WordList.Builder words) {
    for (int id = 0; id < size; id++) {
      int start = id == 0 ? 0 : ends[id - 1];
      words.add(utf8, start, ends[id] - start);
    }
    return Arrays.copyOf(counts, size);
  }

  /** The words in the order in which they were added; made once in each process. */
  synchronized Vocabulary vocabulary() {
    Vocabulary made = vocabulary;
    if (made == null) {
      WordList.Builder words = new WordList.Builder();
      long[] numbers = addTo(words);
      made = Vocabulary.ranked(words.build(), numbers);
      vocabulary = made;
    }
    return made;
  }
}
