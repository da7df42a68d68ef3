package org.wordvec.glove;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.wordvec.corpora.Workers;

/** Fills the counts of one band. */
@FunctionalInterface
interface BandTask {
  /** Adds the rows of all words of the band. */
  void fill(int band, RowSums row, BandCounts counts) throws IOException;

  /** Runs for all bands on some threads; the counts of each band go to the sink. */
  static void run(
      BandTask task, Bands bands, int vocabulary, int threads, BandSink sink, IntConsumer done)
      throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    new Workers(threads)
        .run(
            worker -> {
              RowSums row = new RowSums(vocabulary);
              BandCounts counts = new BandCounts();
              for (int band = next.getAndIncrement();
                  band < bands.size() && !Thread.currentThread().isInterrupted();
                  band = next.getAndIncrement()) {
                counts.begin(band);
                task.fill(band, row, counts);
                sink.accept(counts);
                finished.incrementAndGet();
              }
            },
            () -> done.accept(finished.get()));
  }
}
