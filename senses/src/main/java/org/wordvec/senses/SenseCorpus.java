package org.wordvec.senses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.senses.induction.TreeTable;

/** A corpus in which every occurrence of a divided word is replaced by one of its senses. */
final class SenseCorpus {
  private static final int SENTENCES = 1_000;

  private final SenseInventory inventory;
  private final EncodedCorpus corpus;
  private final int[] origins;

  private SenseCorpus(SenseInventory inventory, EncodedCorpus corpus, int[] origins) {
    this.inventory = inventory;
    this.corpus = corpus;
    this.origins = origins;
  }

  /** Returns the senses, with their shares in this corpus. */
  SenseInventory inventory() {
    return inventory;
  }

  /** Returns the corpus, whose vocabulary has a word for each sense, the most frequent first. */
  EncodedCorpus corpus() {
    return corpus;
  }

  /** Returns for each of these words the one that it is a sense of. */
  int[] origins() {
    return origins;
  }

  /**
   * Assigns each occurrence to the cluster with the nearest centre.
   *
   * @param trees the divisions of each word; null where it has none
   * @param settings that say which clusters are senses of their own
   * @param arena owns the ids
   * @throws InterruptedException if the calling thread is interrupted
   */
  static SenseCorpus of(
      EncodedCorpus corpus,
      ContextSpace space,
      @Nullable SenseTree[] trees,
      SenseSettings settings,
      int threads,
      Arena arena)
      throws InterruptedException {
    Clusters clusters = Clusters.of(corpus.vocabulary().words(), trees, settings.separation());
    MemorySegment ids = arena.allocate(Math.max(1, corpus.ids().byteSize()), Integer.BYTES);
    ids = ids.asSlice(0, corpus.ids().byteSize());
    long[] counts = assign(corpus, space, clusters, threads, ids);
    // Ids are clusters so far, and become senses by rank.
    WordList words = corpus.vocabulary().words();
    int[] senses = new int[counts.length];
    long[] ranked = new long[counts.length];
    WordList.Builder names = new WordList.Builder();
    List<Rank> table = new ArrayList<>();
    for (int word = 0; word < trees.length; word++) {
      int first = clusters.starts[word];
      long[] own = Arrays.copyOfRange(counts, first, clusters.starts[word + 1]);
      int[] ranking = ranking(own);
      long total = Math.max(1, Arrays.stream(own).sum());
      for (int sense = 0; sense < own.length; sense++) {
        int cluster = ranking[sense];
        double share = own.length == 1 ? 1 : (double) own[cluster] / total;
        senses[first + cluster] = first + sense;
        // The vocabulary may have the counts of another text.
        ranked[first + sense] = Math.max(1, Math.round(share * corpus.vocabulary().count(word)));
        names.add(SenseInventory.name(words.word(word), sense, own.length));
        if (own.length > 1) {
          table.add(new Rank(word, cluster, (float) share));
        }
      }
    }
    WordList all = names.build();
    int[] order = Vocabulary.order(all, ranked, new VocabularyLimits(1, 0));
    int[] rows = new int[order.length];
    IntStream.range(0, order.length).forEach(row -> rows[order[row]] = row);
    for (long at = 0; at < corpus.encodedTokens(); at++) {
      int cluster = ids.getAtIndex(ValueLayout.JAVA_INT, at);
      ids.setAtIndex(ValueLayout.JAVA_INT, at, rows[senses[cluster]]);
    }
    return new SenseCorpus(
        new SenseInventory(
            words,
            space,
            settings,
            TreeTable.of(trees),
            new SenseTable(
                table.stream().mapToInt(Rank::word).toArray(),
                table.stream().mapToInt(Rank::cluster).toArray(),
                shares(table))),
        new EncodedCorpus(
            Vocabulary.inOrder(all, ranked, order), ids, corpus.sentenceEnds(), corpus.reading()),
        Arrays.stream(order).map(sense -> clusters.words[sense]).toArray());
  }

  private record Rank(int word, int cluster, float share) {}

  private static int[] ranking(long[] counts) {
    return IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer cluster) -> -counts[cluster]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static float[] shares(List<Rank> table) {
    float[] shares = new float[table.size()];
    for (int row = 0; row < shares.length; row++) {
      shares[row] = table.get(row).share();
    }
    return shares;
  }

  /** The clusters of all words, numbered one after another. */
  private static final class Clusters {
    /** For each word its first cluster, and the end of the last. */
    private final int[] starts;

    /** For each cluster its word. */
    private final int[] words;

    /** For each word those of its clusters; none if it has only one. */
    private final List<List<float[]>> centres;

    Clusters(int[] starts, int[] words, List<List<float[]>> centres) {
      this.starts = starts;
      this.words = words;
      this.centres = centres;
    }

    static Clusters of(WordList words, @Nullable SenseTree[] trees, double separation) {
      List<List<float[]>> centres =
          IntStream.range(0, trees.length)
              .mapToObj(word -> centres(words, word, trees[word], separation))
              .toList();
      int[] starts = new int[trees.length + 1];
      for (int word = 0; word < trees.length; word++) {
        starts[word + 1] = starts[word] + Math.max(1, centres.get(word).size());
      }
      int[] origins = new int[starts[trees.length]];
      for (int word = 0; word < trees.length; word++) {
        Arrays.fill(origins, starts[word], starts[word + 1], word);
      }
      return new Clusters(starts, origins, centres);
    }

    private static List<float[]> centres(
        WordList words, int word, @Nullable SenseTree tree, double separation) {
      int clusters = tree == null ? 1 : tree.clusters(separation);
      // A word of the corpus may have the name that a sense would get.
      boolean isTaken =
          IntStream.range(0, clusters)
              .anyMatch(
                  sense ->
                      clusters > 1
                          && words.indexOf(SenseInventory.name(words.word(word), sense, clusters))
                              >= 0);
      return tree == null || clusters == 1 || isTaken
          ? List.of()
          : tree.division(clusters).stream().map(SenseTree.Cluster::centre).toList();
    }
  }

  private static long[] assign(
      EncodedCorpus corpus, ContextSpace space, Clusters clusters, int threads, MemorySegment ids)
      throws InterruptedException {
    List<Assigner> assigners =
        new Workers(threads)
            .shareInterruptibly(
                Math.toIntExact((corpus.sentences() + SENTENCES - 1) / SENTENCES),
                () -> new Assigner(corpus, space, clusters, ids),
                (assigner, task) -> {
                  long first = (long) task * SENTENCES;
                  long end = Math.min(corpus.sentences(), first + SENTENCES);
                  for (long sentence = first; sentence < end; sentence++) {
                    assigner.assign(sentence);
                  }
                });
    long[] counts = new long[clusters.words.length];
    for (Assigner assigner : assigners) {
      Arrays.setAll(counts, cluster -> counts[cluster] + assigner.counts[cluster]);
    }
    return counts;
  }

  /** Writes the clusters of sentences; belongs to one thread. */
  private static final class Assigner {
    private final EncodedCorpus corpus;
    private final ContextSpace space;
    private final Clusters clusters;
    private final MemorySegment ids;
    private final long[] counts;
    private final float[] context;
    private int[] words = new int[1 << 10];

    Assigner(EncodedCorpus corpus, ContextSpace space, Clusters clusters, MemorySegment ids) {
      this.corpus = corpus;
      this.space = space;
      this.clusters = clusters;
      this.ids = ids;
      this.counts = new long[clusters.words.length];
      this.context = new float[space.features()];
    }

    void assign(long sentence) {
      long start = corpus.sentenceStart(sentence);
      int length = Math.toIntExact(corpus.sentenceEnd(sentence) - start);
      if (words.length < length) {
        words = new int[length];
      }
      corpus.copyIds(start, words, length);
      for (int at = 0; at < length; at++) {
        List<float[]> centres = clusters.centres.get(words[at]);
        int cluster = clusters.starts[words[at]];
        if (!centres.isEmpty()) {
          space.describe(words, length, at, context);
          cluster += ContextSpace.nearest(centres, context);
        }
        counts[cluster]++;
        ids.setAtIndex(ValueLayout.JAVA_INT, start + at, cluster);
      }
    }
  }
}
