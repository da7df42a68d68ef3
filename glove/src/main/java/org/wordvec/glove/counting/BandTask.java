package org.wordvec.glove.counting;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.wordvec.corpora.parallel.Workers;

/** Fills the counts of one band. */
@FunctionalInterface
public interface BandTask {
  /** Adds the rows of all words of the band. */
  void fill(int band, RowSums row, BandCounts counts);

  /** Receives the counts of each band once, from several threads and in no particular order. */
  @FunctionalInterface
  interface Sink {
    /** Uses the counts before it returns; the caller fills the same object again. */
    void accept(BandCounts counts) throws IOException, InterruptedException;
  }

  /**
   * What all bands have in common.
   *
   * @param words size of the vocabulary
   * @param threads at work at once
   */
  record Frame(Bands bands, int words, int threads) {}

  /** Fills all bands, and passes the counts of each to the sink. */
  default void run(Frame frame, Sink sink, IntConsumer done)
      throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    int bands = frame.bands().size();
    new Workers(frame.threads())
        .run(
            worker -> {
              RowSums row = new RowSums(frame.words());
              BandCounts counts = new BandCounts();
              for (int band = next.getAndIncrement();
                  band < bands && !Thread.currentThread().isInterrupted();
                  band = next.getAndIncrement()) {
                counts.begin(band);
                fill(band, row, counts);
                sink.accept(counts);
                finished.incrementAndGet();
              }
            },
            () -> done.accept(finished.get()));
  }
}
