package org.wordvec.glove;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Vocabulary;

/** Where counts come from: a corpus, or a file that GloVe's {@code cooccur} or this wrote. */
public sealed interface Cooccurrences {
  /**
   * Counted in a corpus.
   *
   * @param memory bytes that text and index may take while counting
   */
  record Counted(EncodedCorpus corpus, CooccurrenceConfig config, long memory)
      implements Cooccurrences {
    @Override
    public Vocabulary vocabulary() {
      return corpus.vocabulary();
    }
  }

  /** Read from a file; the vocabulary names its ranks. */
  record Stored(Path path, Vocabulary vocabulary, long memory) implements Cooccurrences {}

  /** The words that the entries speak of. */
  Vocabulary vocabulary();

  /** Bytes that may be used, the parameters aside. */
  long memory();

  /** Least memory that is of use. */
  long LEAST_MEMORY = 1 << 20;

  /**
   * Writes all entries as GloVe does: {int32 word, int32 context, float64 count}, little-endian,
   * words and contexts by rank from 1, in ascending order.
   *
   * @return how many there were
   */
  default long write(int threads, OutputStream stream, CountingProgress progress)
      throws IOException, InterruptedException {
    Bands bands = Bands.of(vocabulary());
    EntryWriter writer = new EntryWriter(bands, stream);
    forEachBand(bands, threads, writer::write, progress);
    return writer.entries();
  }

  private void forEachBand(Bands bands, int threads, BandSink sink, CountingProgress progress)
      throws IOException, InterruptedException {
    switch (this) {
      case Counted counted ->
          new CooccurrenceCounter(counted.config(), threads, counted.memory())
              .count(counted.corpus(), bands, sink, progress);
      case Stored stored -> {
        try (EntryFile file = EntryFile.open(stored)) {
          BandTask task = (band, row, counts) -> file.fill(bands, band, row, counts);
          BandTask.run(
              task,
              bands,
              stored.vocabulary().size(),
              threads,
              sink,
              done -> progress.report(done, bands.size()));
        }
      }
    }
  }

  /** Counts or reads all entries and arranges them for training. */
  default Entries arrange(Weighting weighting, int threads, long seed, CountingProgress progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Bands bands = Bands.of(vocabulary());
    EntryTiles tiles = new EntryTiles(bands, vocabulary().size(), weighting, seed, memory());
    try {
      forEachBand(bands, threads, tiles::add, progress);
      if (tiles.size() == 0) {
        throw new IOException("no two words of the vocabulary stand together");
      }
      return new Entries(vocabulary(), tiles, 1e-9 * (System.nanoTime() - start));
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      tiles.close();
      throw e;
    }
  }
}
