package org.wordvec.spark.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordvec.cluster.WordCensus;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.EmptyCorpusException;
import org.wordvec.corpora.text.TextDiagnostics;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;
import org.wordvec.spark.corpus.PortableText;
import org.wordvec.spark.corpus.TextSplit;
import org.wordvec.spark.session.Jobs;
import org.wordvec.spark.wire.PackedWords;
import scala.Tuple2;

/**
 * Counts words exactly: each part of the text by the local counter, then the sums of the parts by
 * key, which Spark spills to disk where they do not fit in memory. The driver receives the words
 * that reach the minimum count, and only the number of the others.
 */
public final class WordCounting {
  /** The first character of keys that are not words; no word begins with it. */
  private static final String SIGN = " ";

  private WordCounting() {}

  /** The sums of one reducer. */
  private static final class Share implements Serializable {
    private static final long serialVersionUID = 1;

    private final PackedWords kept = new PackedWords();
    private final Map<String, Long> signs = new HashMap<>();
    private final long[] words;
    private final long[] tokens;
    private long distinct;
    private long total;
    private long greatest;

    Share(int thresholds) {
      words = new long[thresholds];
      tokens = new long[thresholds];
    }

    void add(String word, long count, long minimum, long[] thresholds) {
      if (word.startsWith(SIGN)) {
        signs.merge(word, count, Long::sum);
        return;
      }
      distinct++;
      total += count;
      greatest = Math.max(greatest, count);
      if (count >= minimum) {
        kept.add(word.getBytes(UTF_8), count);
      }
      for (int i = 0; i < thresholds.length; i++) {
        if (count >= thresholds[i]) {
          words[i]++;
          tokens[i] += count;
        }
      }
    }
  }

  /**
   * Counts the words of a text.
   *
   * @param parts of the text, each counted by one task
   * @param thresholds minimum counts for which the census has the words and tokens that they keep
   * @throws CorpusException if the text has no words
   */
  public static WordCensus count(
      JavaSparkContext context,
      List<List<TextSplit>> parts,
      PortableText text,
      VocabularyLimits limits,
      List<Long> thresholds)
      throws IOException {
    long start = System.nanoTime();
    long minimum = limits.minimumCount();
    long[] others = thresholds.stream().mapToLong(Long::longValue).toArray();
    int reducers = Math.max(context.defaultParallelism(), Math.min(parts.size(), 1 << 12));
    List<Share> shares =
        Jobs.run(
            () ->
                context
                    .parallelize(parts, parts.size())
                    .flatMapToPair(splits -> counts(text, splits))
                    .reduceByKey(Long::sum, reducers)
                    .mapPartitions(words -> share(words, minimum, others))
                    .collect());
    return census(
        shares,
        text.tokenization().words().stopWords().size(),
        limits,
        thresholds,
        1e-9 * (System.nanoTime() - start));
  }

  private static Iterator<Tuple2<String, Long>> counts(PortableText text, List<TextSplit> splits)
      throws IOException, InterruptedException {
    CorpusEncoder.Counted counted;
    try {
      counted =
          new CorpusEncoder(text.tokenization(), new VocabularyLimits(1, 0), Jobs.threads())
              .count(text.corpus(splits), (bytes, all, tokens) -> {});
    } catch (EmptyCorpusException e) {
      return Collections.emptyIterator();
    }
    TextDiagnostics diagnostics = counted.diagnostics();
    Vocabulary words = counted.vocabulary();
    return Stream.concat(
            Stream.of(
                new Tuple2<>(SIGN + "words", diagnostics.words()),
                new Tuple2<>(SIGN + "unseparated", diagnostics.unseparated()),
                new Tuple2<>(SIGN + "unreadable", diagnostics.unreadable()),
                new Tuple2<>(SIGN + "overlong", diagnostics.overlong()),
                new Tuple2<>(SIGN + "lines", diagnostics.lines()),
                new Tuple2<>(SIGN + "stopped", diagnostics.stopped())),
            IntStream.range(0, words.size())
                .mapToObj(id -> new Tuple2<>(words.words().word(id), words.count(id))))
        .iterator();
  }

  private static Iterator<Share> share(
      Iterator<Tuple2<String, Long>> words, long minimum, long[] thresholds) {
    Share share = new Share(thresholds.length);
    words.forEachRemaining(word -> share.add(word._1(), word._2(), minimum, thresholds));
    return List.of(share).iterator();
  }

  private static WordCensus census(
      List<Share> shares,
      long stopWords,
      VocabularyLimits limits,
      List<Long> thresholds,
      double seconds)
      throws IOException {
    Map<String, Long> signs = new HashMap<>();
    WordList.Builder words = new WordList.Builder();
    long distinct = 0;
    long total = 0;
    long greatest = 0;
    for (Share share : shares) {
      share.signs.forEach((name, count) -> signs.merge(name, count, Long::sum));
      distinct += share.distinct;
      total += share.total;
      greatest = Math.max(greatest, share.greatest);
    }
    if (distinct == 0) {
      throw new CorpusException("the corpus holds no words");
    }
    long[] counts =
        shares.stream()
            .map(share -> share.kept.addTo(words))
            .flatMapToLong(Arrays::stream)
            .toArray();
    List<WordCensus.Share> kept =
        IntStream.range(0, thresholds.size())
            .mapToObj(
                i ->
                    new WordCensus.Share(
                        thresholds.get(i),
                        shares.stream().mapToLong(share -> share.words[i]).sum(),
                        shares.stream().mapToLong(share -> share.tokens[i]).sum()))
            .toList();
    return new WordCensus(
        Vocabulary.of(words.build(), counts, limits),
        new TextDiagnostics(
            sign(signs, "words"),
            sign(signs, "unseparated"),
            sign(signs, "unreadable"),
            sign(signs, "overlong"),
            sign(signs, "lines"),
            stopWords,
            sign(signs, "stopped")),
        distinct,
        total,
        greatest,
        kept,
        seconds);
  }

  private static long sign(Map<String, Long> signs, String name) {
    return signs.getOrDefault(SIGN + name, 0L);
  }
}
