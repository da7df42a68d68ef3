package org.wordvec.corpora.phrases;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.Vocabulary;

/**
 * Counts and scores the pairs of a corpus in one pass.
 *
 * <p>The key of a pair consists of its two ids. With connectors between them it is a 64-bit hash of
 * all ids; among ten million such keys, two collide once in a hundred thousand corpora. Keys are
 * distributed over tables. Each worker reads the whole text and counts the keys of its tables, so
 * that no merging is needed and the result does not depend on the number of threads.
 */
final class PhraseTable {
  /** Maximum number of words of a phrase, connectors included. */
  static final int LONGEST = 4;

  private static final int TABLES = 64;

  /** Bytes per entry: 24 with its share of free slots, 36 while a table grows. */
  private static final int ENTRY_BYTES = 36;

  private final Vocabulary vocabulary;
  private final PhraseConfig config;
  private final long words;
  private final boolean[] isConnector;
  private final boolean[] isFrequent;
  private final PairCounts[] tables = new PairCounts[TABLES];

  PhraseTable(Vocabulary vocabulary, PhraseConfig config, long budget) {
    this.vocabulary = vocabulary;
    this.config = config;
    words = vocabulary.totalCount();
    isConnector = new boolean[vocabulary.size()];
    isFrequent = new boolean[vocabulary.size()];
    for (String connector : config.connectors()) {
      int id = vocabulary.words().indexOf(connector);
      if (id >= 0) {
        isConnector[id] = true;
      }
    }
    for (int id = 0; id < isFrequent.length; id++) {
      isFrequent[id] = !isConnector[id] && vocabulary.count(id) >= config.minimumCount();
    }
    int room = Math.clamp(budget / TABLES / ENTRY_BYTES, 1 << 12, 1 << 26);
    Arrays.setAll(tables, table -> new PairCounts(room));
  }

  void count(EncodedCorpus corpus, Workers workers) throws IOException, InterruptedException {
    workers.run(
        worker -> {
          LongConsumer adding =
              key -> {
                int table = table(key);
                if (table % workers.count() == worker) {
                  tables[table].add(key);
                }
              };
          int[] ids = new int[1 << 10];
          long start = 0;
          for (long sentence = 0; sentence < corpus.sentences(); sentence++) {
            long end = corpus.sentenceEnd(sentence);
            int length = (int) (end - start);
            if (ids.length < length) {
              ids = new int[2 * length];
            }
            corpus.copyIds(start, ids, length);
            count(ids, length, adding);
            start = end;
            if ((sentence & 0xfff) == 0 && Thread.interrupted()) {
              throw new InterruptedException();
            }
          }
          for (int table = worker; table < TABLES; table += workers.count()) {
            tables[table].keep((int) Math.min(Integer.MAX_VALUE, config.minimumCount()));
          }
        });
  }

  private void count(int[] ids, int length, LongConsumer adding) {
    for (int first = 0; first + 1 < length; first++) {
      int last = last(ids, first, length);
      if (last > 0) {
        adding.accept(key(ids, first, last));
      }
    }
  }

  /**
   * Returns the index of the last word of the pair that begins at {@code first}, or -1 if none
   * begins there.
   */
  int last(int[] ids, int first, int length) {
    if (!isFrequent[ids[first]]) {
      return -1;
    }
    int end = Math.min(length, first + LONGEST);
    for (int last = first + 1; last < end; last++) {
      if (!isConnector[ids[last]]) {
        return isFrequent[ids[last]] ? last : -1;
      }
    }
    return -1;
  }

  /**
   * Returns the key of the pair from index {@code first} to {@code last}; negative if there are
   * connectors between them.
   */
  static long key(int[] ids, int first, int last) {
    if (last == first + 1) {
      return (long) ids[first] << 32 | ids[last];
    }
    long hash = (long) last - first;
    for (int i = first; i <= last; i++) {
      hash = PairCounts.mix(hash * 31 + ids[i] + 1);
    }
    return hash | Long.MIN_VALUE;
  }

  /**
   * Returns whether the score of the pair from index {@code first} to {@code last} exceeds a
   * threshold.
   */
  boolean isPhrase(int[] ids, int first, int last, double threshold) {
    long key = key(ids, first, last);
    long both = tables[table(key)].count(key);
    return both > 0
        && config
                .score()
                .of(
                    both,
                    vocabulary.count(ids[first]),
                    vocabulary.count(ids[last]),
                    words,
                    config.minimumCount())
            > threshold;
  }

  private static int table(long key) {
    return (int) (PairCounts.mix(key) & (TABLES - 1));
  }
}
