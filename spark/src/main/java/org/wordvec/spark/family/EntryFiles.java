package org.wordvec.spark.family;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.shards.CountBlocks;
import org.wordvec.spark.corpus.TextSplit;
import org.wordvec.spark.session.HadoopSettings;
import org.wordvec.spark.session.Jobs;
import org.wordvec.spark.wire.PackedWords;
import org.wordvec.spark.wire.PortableRecord;
import scala.Tuple2;

/** Distributes files of GloVe's entries over the parts of a training. */
public final class EntryFiles {
  private static final int ENTRY_BYTES = 16;

  private final JavaSparkContext context;
  private final Map<String, String> hadoop;

  /** Creates it for the file systems that this context knows. */
  public EntryFiles(JavaSparkContext context) {
    this.context = context;
    this.hadoop = HadoopSettings.changed(context.hadoopConfiguration());
  }

  /** Names the vocabulary and the settings of a count. */
  public record Counting(Vocabulary vocabulary, CooccurrenceConfig config) {}

  /**
   * Lets the executors write counts to files.
   *
   * @param sums of all bands, which are released
   * @param folder for the files
   * @param shards parts of the training
   * @throws IOException if there are no entries
   */
  public List<PartSource> count(
      JavaPairRDD<Integer, byte[]> sums, Counting counting, Path folder, int shards)
      throws IOException {
    Broadcast<PackedWords> words = context.broadcast(PackedWords.of(counting.vocabulary()));
    PortableRecord<CooccurrenceConfig> config = PortableRecord.of(counting.config());
    String target = folder.toString();
    Map<String, String> settings = hadoop;
    List<TextSplit> files =
        Jobs.run(
            () ->
                sums.mapPartitionsWithIndex(
                        (index, bands) ->
                            write(
                                bands,
                                new CountBlocks(words.value().vocabulary(), config.value()),
                                new Path(target, String.format(Locale.ROOT, "part-%05d", index)),
                                settings),
                        false)
                    .collect());
    sums.unpersist();
    return deal(files, shards);
  }

  private static Iterator<TextSplit> write(
      Iterator<Tuple2<Integer, byte[]>> bands,
      CountBlocks blocks,
      Path path,
      Map<String, String> hadoop)
      throws IOException {
    long entries = 0;
    try (OutputStream out = path.getFileSystem(HadoopSettings.of(hadoop)).create(path, true)) {
      while (bands.hasNext()) {
        Tuple2<Integer, byte[]> band = bands.next();
        entries += blocks.write(band._1(), band._2(), out);
      }
    }
    return List.of(new TextSplit(path.toString(), 0, entries * ENTRY_BYTES)).iterator();
  }

  /**
   * Cuts an existing file into parts of the same size.
   *
   * @throws IOException if it is empty or cut off
   */
  public List<PartSource> cut(java.nio.file.Path file, int shards) throws IOException {
    Path path = new Path(file.toString());
    FileStatus status = path.getFileSystem(context.hadoopConfiguration()).getFileStatus(path);
    long entries = status.getLen() / ENTRY_BYTES;
    if (entries == 0 || status.getLen() % ENTRY_BYTES != 0) {
      throw new IOException(
          String.format(
                  Locale.ROOT,
                  "%s: %,d bytes are no whole number of entries of %d bytes: the file is cut off or"
                      + " no",
                  file,
                  status.getLen(),
                  ENTRY_BYTES)
              + " file of GloVe's counts");
    }
    List<TextSplit> files = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      files.add(
          new TextSplit(
              status.getPath().toString(),
              entries * i / shards * ENTRY_BYTES,
              entries * (i + 1) / shards * ENTRY_BYTES));
    }
    return deal(files, shards);
  }

  /** Deals out the largest files first, each to the part that has least so far. */
  private List<PartSource> deal(List<TextSplit> files, int shards) throws IOException {
    List<List<TextSplit>> dealt = new ArrayList<>();
    long[] bytes = new long[shards];
    for (int shard = 0; shard < shards; shard++) {
      dealt.add(new ArrayList<>());
    }
    for (TextSplit file :
        files.stream()
            .filter(split -> split.bytes() > 0)
            .sorted(
                Comparator.comparingLong(TextSplit::bytes)
                    .reversed()
                    .thenComparing(TextSplit::path)
                    .thenComparingLong(TextSplit::start))
            .toList()) {
      int least = 0;
      for (int shard = 1; shard < shards; shard++) {
        least = bytes[shard] < bytes[least] ? shard : least;
      }
      dealt.get(least).add(file);
      bytes[least] += file.bytes();
    }
    List<PartSource> sources = new ArrayList<>();
    for (List<TextSplit> own : dealt) {
      if (!own.isEmpty()) {
        sources.add(new PartSource.Entries(hadoop, List.copyOf(own)));
      }
    }
    if (sources.isEmpty()) {
      throw new IOException("no two words of the vocabulary co-occur");
    }
    return sources;
  }
}
