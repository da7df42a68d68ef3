package org.wordvec.spark.counting;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.text.EmptyCorpusException;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.shards.CountBlocks;
import org.wordvec.spark.corpus.PortableText;
import org.wordvec.spark.corpus.TextSplit;
import org.wordvec.spark.session.Jobs;
import org.wordvec.spark.wire.PackedWords;
import org.wordvec.spark.wire.PortableRecord;
import scala.Tuple2;

/**
 * Counts co-occurrences: each part of the text by the local counter, which returns one block for
 * each band of words; a reducer adds up the blocks of its bands, in the order of the parts. A pair
 * is one value a part, however frequent, and a band has a bounded number of entries, so that
 * reducers receive about the same amount and hold only a few bands at once.
 */
public final class CooccurrenceCounting {
  /** Least number of entries to add up at once; more where the sum so far has more. */
  private static final long ENTRIES_AT_ONCE = 8 << 20;

  private static final long PIECE_BYTES = 1L << 30;
  private static final int PART_BITS = 32;

  private CooccurrenceCounting() {}

  /**
   * Returns the sums of all bands, in order, as {@link CountBlocks} encodes them. They stay on the
   * executors' disks until they are released.
   */
  public static JavaPairRDD<Integer, byte[]> count(
      JavaSparkContext context,
      List<List<TextSplit>> parts,
      PortableText text,
      Vocabulary vocabulary,
      CooccurrenceConfig config) {
    Broadcast<PackedWords> words = context.broadcast(PackedWords.of(vocabulary));
    PortableRecord<CooccurrenceConfig> portable = PortableRecord.of(config);
    CountBlocks blocks = new CountBlocks(vocabulary, config);
    int reducers =
        Math.clamp(Math.max(parts.size(), context.defaultParallelism()), 1, blocks.bands());
    List<Tuple2<Integer, List<TextSplit>>> numbered = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      numbered.add(new Tuple2<>(part, parts.get(part)));
    }
    return context
        .parallelize(numbered, numbered.size())
        .flatMapToPair(part -> blocks(text, words.value().vocabulary(), portable.value(), part))
        .repartitionAndSortWithinPartitions(new BandRanges(blocks, reducers))
        .mapPartitionsToPair(
            sorted ->
                new Sums(sorted, new CountBlocks(words.value().vocabulary(), portable.value())))
        .persist(StorageLevel.DISK_ONLY());
  }

  /**
   * Writes the sums in GloVe's format, band by band.
   *
   * @return the number of entries
   */
  public static long write(
      JavaPairRDD<Integer, byte[]> sums,
      Vocabulary vocabulary,
      CooccurrenceConfig config,
      OutputStream stream)
      throws IOException {
    CountBlocks blocks = new CountBlocks(vocabulary, config);
    Iterator<Tuple2<Integer, byte[]>> bands = Jobs.run(sums::toLocalIterator);
    long entries = 0;
    while (Jobs.run(bands::hasNext)) {
      Tuple2<Integer, byte[]> band = bands.next();
      entries += blocks.write(band._1(), band._2(), stream);
    }
    return entries;
  }

  private static Iterator<Tuple2<Long, byte[]>> blocks(
      PortableText text,
      Vocabulary vocabulary,
      CooccurrenceConfig config,
      Tuple2<Integer, List<TextSplit>> part) {
    int threads = Jobs.threads();
    return new ProducerIterator<>(
        sink -> {
          try (Arena arena = Arena.ofShared()) {
            EncodedCorpus corpus =
                new CorpusEncoder(text.tokenization(), new VocabularyLimits(1, 0), threads)
                    .encode(text.corpus(part._2()), vocabulary, arena, (bytes, all, tokens) -> {});
            Path folder = Files.createTempDirectory("wordvec-counts");
            try {
              CountBlocks.count(
                  new Cooccurrences.Counted(corpus, config),
                  new Cooccurrences.Resources(threads, PIECE_BYTES, folder),
                  (band, block) ->
                      sink.put(new Tuple2<>(((long) band << PART_BITS) | part._1(), block)),
                  (done, total) -> {});
            } finally {
              Files.deleteIfExists(folder);
            }
          } catch (EmptyCorpusException e) {
            // A part without words has no pairs.
          }
        });
  }

  /** Partitions the bands into runs with about the same number of entries each. */
  private static final class BandRanges extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int[] partitions;
    private final int count;

    BandRanges(CountBlocks blocks, int count) {
      this.count = count;
      this.partitions = new int[blocks.bands()];
      double total = 0;
      for (int band = 0; band < partitions.length; band++) {
        total += blocks.most(band);
      }
      double before = 0;
      for (int band = 0; band < partitions.length; band++) {
        partitions[band] = (int) Math.min(count - 1, before / total * count);
        before += blocks.most(band);
      }
    }

    @Override
    public int numPartitions() {
      return count;
    }

    @Override
    public int getPartition(Object key) {
      return partitions[(int) ((Long) key >>> PART_BITS)];
    }
  }

  /** Adds up sorted blocks, band by band. */
  private static final class Sums implements Iterator<Tuple2<Integer, byte[]>> {
    private final Iterator<Tuple2<Long, byte[]>> sorted;
    private final CountBlocks blocks;
    private @Nullable Tuple2<Long, byte[]> ahead;

    Sums(Iterator<Tuple2<Long, byte[]>> sorted, CountBlocks blocks) {
      this.sorted = sorted;
      this.blocks = blocks;
      advance();
    }

    private void advance() {
      ahead = sorted.hasNext() ? sorted.next() : null;
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
      Tuple2<Long, byte[]> first = ahead;
      if (first == null) {
        throw new NoSuchElementException();
      }
      int band = (int) (first._1() >>> PART_BITS);
      List<byte[]> waiting = new ArrayList<>();
      long added = 0;
      long sums = 0;
      for (Tuple2<Long, byte[]> block = first;
          block != null && block._1() >>> PART_BITS == band;
          block = ahead) {
        waiting.add(block._2());
        added += blocks.entries(band, block._2());
        if (added > Math.max(ENTRIES_AT_ONCE, sums)) {
          byte[] sum = blocks.add(band, waiting);
          waiting.clear();
          waiting.add(sum);
          sums = blocks.entries(band, sum);
          added = 0;
        }
        advance();
      }
      return new Tuple2<>(
          band, waiting.size() == 1 ? waiting.getFirst() : blocks.add(band, waiting));
    }
  }
}
