package org.wordvec.corpora.phrases;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.Vocabulary;

/**
 * The pairs of a corpus and their scores in one pass.
 *
 * <p>A pair's key is its two ids; with connectors between them it is a 64-bit hash of all ids, and
 * of ten million such keys two are equal once in a hundred thousand corpora. Keys are spread over
 * tables; each worker looks through all the text and counts what belongs to its tables, so that
 * nothing is merged and the number of threads changes nothing.
 */
final class PhraseTable {
  /** Words from the first of a phrase to its last, at most. */
  static final int LONGEST = 4;

  private static final int TABLES = 64;

  /** An entry with its free neighbour takes 24 bytes, and 36 while a table grows. */
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

  /** Where the pair ends that begins here, or -1 if none does. */
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

  /** The key of the pair from one place to another, negative where connectors are between. */
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

  /** Whether the pair from one place to another exceeds a threshold. */
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
