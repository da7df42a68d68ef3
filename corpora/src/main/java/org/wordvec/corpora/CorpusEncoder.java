package org.wordvec.corpora;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.counting.MergedCounts;
import org.wordvec.corpora.counting.ProvisionalIds;
import org.wordvec.corpora.counting.Renumbering;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.JsonField;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.EmptyCorpusException;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.text.TextDiagnostics;
import org.wordvec.corpora.tokenizing.BlockTokenizer;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.TokenTable;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/**
 * Encodes a corpus as word ids while reading it only once.
 *
 * <p>While reading, each worker assigns provisional numbers to tokens in its own table and stores
 * them. When all tokens are counted, the tables are merged, the vocabulary is chosen, and the
 * provisional numbers are replaced by ids with an array look-up. A second reading of the text is
 * impossible for standard input and expensive for compressed files.
 *
 * <p>Memory: the distinct words, 4 bytes per token while reading and 4 bytes per encoded token
 * afterwards. Whatever exceeds the budget goes to a temporary file. The result does not depend on
 * the number of threads.
 */
public final class CorpusEncoder {
  private static final int BLOCK_BYTES = 1 << 19;

  private final Tokenization tokenization;
  private final VocabularyLimits limits;
  private final Workers workers;
  private final long budget;

  /**
   * Creates an encoder whose memory budget for token numbers is half of the JVM's heap limit.
   *
   * @param threads number of reading threads, 1 or more
   */
  public CorpusEncoder(Tokenization tokenization, VocabularyLimits limits, int threads) {
    this(tokenization, limits, threads, Runtime.getRuntime().maxMemory() / 2);
  }

  CorpusEncoder(Tokenization tokenization, VocabularyLimits limits, int threads, long budget) {
    this.tokenization = tokenization;
    this.limits = limits;
    this.workers = new Workers(threads);
    this.budget = budget;
  }

  /**
   * Encodes a corpus with the vocabulary of its own words within the limits.
   *
   * @param arena shared arena that owns the encoded corpus
   * @throws CorpusException if a source cannot be read or is not text, or if no word is within the
   *     limits
   */
  public EncodedCorpus encode(Corpus corpus, Arena arena, ReadingProgress progress)
      throws IOException, InterruptedException {
    return encodeWith(null, corpus, arena, progress);
  }

  /**
   * Encodes a corpus with a given vocabulary and its counts.
   *
   * @throws CorpusException if a source cannot be read or is not text, or if the corpus contains no
   *     word of the vocabulary
   */
  public EncodedCorpus encode(
      Corpus corpus, Vocabulary given, Arena arena, ReadingProgress progress)
      throws IOException, InterruptedException {
    return encodeWith(given, corpus, arena, progress);
  }

  /**
   * Counts the words of a corpus without encoding it.
   *
   * @return all words, including those outside the limits
   * @throws CorpusException if a source cannot be read, is not text or contains no words
   */
  public Counted count(Corpus corpus, ReadingProgress progress)
      throws IOException, InterruptedException {
    List<TokenTable> tables = new ArrayList<>();
    long lines = read(corpus, tables, (sequence, worker, numbers) -> {}, progress);
    MergedCounts merged = MergedCounts.merge(tables, tokenization);
    if (merged.size() == 0) {
      throw empty(corpus);
    }
    Vocabulary all = merged.numbering(new VocabularyLimits(1, 0)).vocabulary();
    return new Counted(all, merged.diagnostics(lines));
  }

  /** All words of a corpus with their counts, and diagnostics of its text. */
  public record Counted(Vocabulary vocabulary, TextDiagnostics diagnostics) {}

  private EncodedCorpus encodeWith(
      @Nullable Vocabulary given, Corpus corpus, Arena arena, ReadingProgress progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<TokenTable> tables = new ArrayList<>();
    try (ProvisionalIds provisional = new ProvisionalIds(budget)) {
      long lines = read(corpus, tables, provisional::put, progress);
      if (tables.stream().allMatch(table -> table.size() == 0)) {
        throw empty(corpus);
      }
      MergedCounts merged = MergedCounts.merge(tables, tokenization);
      TextDiagnostics diagnostics = merged.diagnostics(lines);
      MergedCounts.Numbering numbering =
          given != null ? merged.numbering(given) : merged.numbering(limits);
      Vocabulary vocabulary = numbering.vocabulary();
      if (vocabulary.size() == 0) {
        throw new CorpusException(
            names(corpus) + ": " + limits.whyNone(merged.size(), merged.greatestCount()));
      }
      long counted = System.nanoTime();
      Renumbering renumbering =
          new Renumbering(provisional, numbering.finalIds(), tokenization.maximumSentenceLength());
      Renumbering.Encoded encoded = renumbering.run(workers, arena, budget);
      if (encoded.ids().byteSize() == 0) {
        throw new EmptyCorpusException(names(corpus) + ": no word of the vocabulary occurs in it");
      }
      EncodedCorpus.Reading reading =
          new EncodedCorpus.Reading(
              diagnostics,
              merged.size(),
              1e-9 * (counted - start),
              1e-9 * (System.nanoTime() - counted));
      return new EncodedCorpus(vocabulary, encoded.ids(), encoded.sentenceEnds(), reading);
    }
  }

  /** Receives the token numbers of a block. */
  @FunctionalInterface
  private interface NumberSink {
    void put(long sequence, int worker, int[] numbers) throws IOException;
  }

  /** Fills the tables and returns the number of lines with words. */
  private long read(
      Corpus corpus, List<TokenTable> tables, NumberSink numbers, ReadingProgress progress)
      throws IOException, InterruptedException {
    for (int worker = 0; worker < workers.count(); worker++) {
      tables.add(new TokenTable(1 << 16));
    }
    long[] tokens = new long[workers.count()];
    long[] lines = new long[workers.count()];
    long total = corpus.totalBytes();
    try (BlockReader reader = blocks(corpus)) {
      workers.run(
          worker -> {
            BlockTokenizer tokenizer =
                BlockTokenizer.of(
                    corpus.reading().format(), tokenization, tables.get(worker), BLOCK_BYTES);
            TextBlock block = new TextBlock(BLOCK_BYTES);
            while (!Thread.currentThread().isInterrupted() && reader.next(block)) {
              numbers.put(block.sequence, worker, tokenizer.tokenize(block));
              tokens[worker] = tokenizer.tokens();
              lines[worker] = tokenizer.lines();
            }
          },
          () -> progress.report(reader.bytesRead(), total, sum(tokens)));
    }
    return sum(lines);
  }

  private BlockReader blocks(Corpus corpus) {
    return new BlockReader(
        corpus,
        LineCut.of(corpus.reading().format(), tokenization.segmentation()),
        tokenization.encodingErrors());
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  /** Creates an exception that says that a corpus has no words, with the reason if it is known. */
  static EmptyCorpusException empty(Corpus corpus) throws IOException {
    String why =
        corpus.reading().format() instanceof SourceFormat.JsonLines json
            ? JsonField.absence(json, corpus)
            : "the corpus holds no words";
    return new EmptyCorpusException(names(corpus) + ": " + why);
  }

  private static String names(Corpus corpus) {
    List<Corpus.Source> sources = corpus.sources();
    String first = sources.getFirst().name();
    return sources.size() == 1 ? first : first + " and " + (sources.size() - 1) + " more";
  }
}
