package org.wordvec.glove;

import java.io.IOException;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Counts which words stand together, as GloVe's {@code cooccur} does, a word at a time.
 *
 * <p>An index says where each word stands, so that its whole row of counts is added up in one array
 * as long as the vocabulary, which stays in a core's cache, and is written once: no table of pairs,
 * nothing to sort, and threads share nothing but the text. Frequent and rare pairs cost the same.
 *
 * <p>Where text and index would exceed the memory allowed, the corpus is cut into pieces. The
 * counts of each piece go to a temporary file, and are added up row by row in one pass at the end:
 * one open file, however large the corpus.
 */
final class CooccurrenceCounter {
  /** For a token's id and its place in the index. */
  private static final int BYTES_PER_TOKEN = 8;

  private static final long GREATEST_PIECE = 1 << 30;
  private static final int PIECES_PER_HEAP = 4;

  private final CooccurrenceConfig config;
  private final int threads;
  private final long piece;

  /**
   * With a limit on memory.
   *
   * @param memory bytes for text and index, the greater part of what counting takes
   */
  CooccurrenceCounter(CooccurrenceConfig config, int threads, long memory) {
    this.config = config;
    this.threads = threads;
    long heap = Runtime.getRuntime().maxMemory() / PIECES_PER_HEAP;
    this.piece = Math.clamp(Math.min(memory / 2, heap) / BYTES_PER_TOKEN, 1, GREATEST_PIECE);
  }

  /** Hands the counts of all bands to the sink. */
  void count(EncodedCorpus corpus, Bands bands, BandSink sink, CountingProgress progress)
      throws IOException, InterruptedException {
    long tokens = corpus.encodedTokens();
    if (tokens <= piece) {
      count(corpus, 0, tokens, bands, sink, done -> progress.report(done, bands.size()));
      return;
    }
    int pieces = Math.toIntExact((tokens + piece - 1) / piece);
    int total = (pieces + 1) * bands.size();
    int vocabulary = corpus.vocabulary().size();
    try (PartialCounts partial = new PartialCounts(pieces, bands)) {
      for (int i = 0; i < pieces; i++) {
        int number = i;
        count(
            corpus,
            i * piece,
            Math.min(tokens, (i + 1) * piece),
            bands,
            counts -> partial.put(number, counts),
            done -> progress.report(number * bands.size() + done, total));
      }
      partial.map();
      BandTask.run(
          partial::merge,
          bands,
          vocabulary,
          threads,
          sink,
          done -> progress.report(pieces * bands.size() + done, total));
    }
  }

  private void count(
      EncodedCorpus corpus,
      long from,
      long to,
      Bands bands,
      BandSink sink,
      java.util.function.IntConsumer done)
      throws IOException, InterruptedException {
    TextIndex index = TextIndex.of(corpus, from, to, config.window());
    double[] weights = new double[config.window() + 1];
    for (int distance = 1; distance < weights.length; distance++) {
      weights[distance] = config.weighting().weight(distance);
    }
    boolean left = config.sides() == ContextSides.BOTH;
    BandTask task =
        (band, row, counts) -> {
          for (int word = bands.firstWord(band); word < bands.endWord(band); word++) {
            index.addTo(row, word, weights, left);
            row.moveTo(counts);
          }
        };
    BandTask.run(task, bands, corpus.vocabulary().size(), threads, sink, done);
  }
}
