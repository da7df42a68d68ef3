package org.wordvec.glove.counting;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Counts co-occurrences as GloVe's {@code cooccur} does, one word at a time.
 *
 * <p>An index holds the positions of each word, so that its whole row of counts is summed in one
 * array as long as the vocabulary, of which the part in use stays in a core's cache, and is written
 * once: no table of pairs, nothing to sort, and threads share nothing but the text. Each word is
 * counted by one thread in the order of the text, so the sums do not depend on the number of
 * threads.
 *
 * <p>Counts from both sides are symmetric. Then a word's row holds only the contexts that are as
 * frequent or more: one triangle of the matrix, and the rows of the most frequent words are short.
 *
 * <p>Where text and index would exceed the memory allowed, the corpus is cut into pieces. The
 * counts of each piece go to a temporary file, and are added up row by row in one pass at the end:
 * one open file, however large the corpus.
 */
final class CooccurrenceCounter implements CooccurrenceMatrix {
  /** Bytes for a token's id and its place in the index. */
  private static final int BYTES_PER_TOKEN = 2 * Integer.BYTES;

  private static final long GREATEST_PIECE = 1 << 30;
  private static final int PIECES_PER_HEAP = 4;

  private final EncodedCorpus corpus;
  private final CooccurrenceConfig config;
  private final Cooccurrences.Resources resources;
  private final BandTask.Frame frame;

  CooccurrenceCounter(Cooccurrences.Counted counted, Cooccurrences.Resources resources) {
    this.corpus = counted.corpus();
    this.config = counted.config();
    this.resources = resources;
    int words = corpus.vocabulary().size();
    this.frame =
        new BandTask.Frame(Bands.of(corpus.vocabulary(), config), words, resources.threads());
  }

  @Override
  public Bands bands() {
    return frame.bands();
  }

  @Override
  public int words() {
    return frame.words();
  }

  @Override
  public boolean mirrored() {
    return config.sides() == ContextSides.BOTH;
  }

  @Override
  public void close() {}

  /**
   * Returns the tokens of a piece: the text and its index are most of what counting needs, and the
   * memory allowed limits them.
   */
  private long piece() {
    long heap = Runtime.getRuntime().maxMemory() / PIECES_PER_HEAP;
    return Math.clamp(Math.min(resources.memory() / 2, heap) / BYTES_PER_TOKEN, 1, GREATEST_PIECE);
  }

  @Override
  public void forEachBand(BandTask.Sink sink, CountingProgress progress)
      throws IOException, InterruptedException {
    long tokens = corpus.encodedTokens();
    long piece = piece();
    int bands = bands().size();
    if (tokens <= piece) {
      count(0, tokens, sink, done -> progress.report(done, bands));
      return;
    }
    int pieces = Math.toIntExact((tokens + piece - 1) / piece);
    long total = (pieces + 1L) * bands;
    try (PartialCounts partial = new PartialCounts(pieces, bands(), resources.folder())) {
      for (int i = 0; i < pieces; i++) {
        int number = i;
        count(
            number * piece,
            Math.min(tokens, (number + 1) * piece),
            counts -> partial.put(number, counts),
            done -> progress.report((long) number * bands + done, total));
      }
      partial.map();
      BandTask merge = partial::merge;
      merge.run(frame, sink, done -> progress.report((long) pieces * bands + done, total));
    }
  }

  private void count(long from, long to, BandTask.Sink sink, IntConsumer done)
      throws IOException, InterruptedException {
    PositionIndex index = PositionIndex.of(corpus, from, to, config.window());
    double[] weights = new double[config.window() + 1];
    for (int distance = 1; distance < weights.length; distance++) {
      weights[distance] = config.weighting().weight(distance);
    }
    BandTask task =
        (band, row, counts) -> {
          for (int word = bands().firstWord(band); word < bands().endWord(band); word++) {
            index.addTo(row, word, config.sides(), weights);
            row.moveTo(counts);
          }
        };
    task.run(frame, sink, done);
  }
}
