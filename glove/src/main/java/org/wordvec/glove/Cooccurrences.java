package org.wordvec.glove;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;

/** Where counts come from: a corpus, or a file that GloVe's {@code cooccur} or this wrote. */
public sealed interface Cooccurrences {
  /**
   * Counted in a corpus. The file that GloVe's {@code cooccur} would write of it has the same
   * entries.
   */
  record Counted(EncodedCorpus corpus, CooccurrenceConfig config) implements Cooccurrences {
    @Override
    public Vocabulary vocabulary() {
      return corpus.vocabulary();
    }
  }

  /** Read from a file, in any order; the vocabulary names its ranks. */
  record Stored(Path path, Vocabulary vocabulary) implements Cooccurrences {}

  /**
   * What counting may use.
   *
   * @param threads at work at once
   * @param memory bytes for text, counts and entries each; what exceeds it lies in a file
   * @param folder for temporary files, which are gone at the end
   */
  record Resources(int threads, long memory, Path folder) {
    /** Least memory that is of use. */
    public static final long LEAST_MEMORY = 1 << 20;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the threads are outside 1..1024 or the memory is too low
     */
    public Resources {
      if (threads < 1 || threads > 1024) {
        throw new IllegalArgumentException("threads must be 1 to 1024, not " + threads);
      }
      if (memory < LEAST_MEMORY) {
        throw new IllegalArgumentException(
            "the memory must be at least 1 MB, not " + memory + " bytes");
      }
    }
  }

  /** The words that the entries speak of. */
  Vocabulary vocabulary();

  /**
   * Writes all entries as GloVe does: {int32 word, int32 context, float64 count}, little-endian,
   * words and contexts by rank from 1. Of symmetric counts each entry is followed by its mirror
   * image; otherwise the entries ascend.
   *
   * @return how many there were
   * @throws org.wordvec.compute.training.NothingToTrainException if there are none
   */
  default long write(OutputStream stream, Resources resources, CountingProgress progress)
      throws IOException, InterruptedException {
    try (CooccurrenceMatrix matrix = CooccurrenceMatrix.open(this, resources)) {
      EntryWriter writer = new EntryWriter(matrix, stream);
      matrix.forEachBand(writer::write, progress);
      require(writer.entries());
      return writer.entries();
    }
  }

  private static void require(long entries) {
    if (entries == 0) {
      throw new NothingToTrainException("no two words of the vocabulary stand together");
    }
  }

  /**
   * Counts or reads all entries and arranges them for training.
   *
   * @param seed of the order of the entries
   * @throws org.wordvec.compute.training.NothingToTrainException if there are none
   */
  default Entries arrange(
      Weighting weighting, long seed, Resources resources, CountingProgress progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (CooccurrenceMatrix matrix = CooccurrenceMatrix.open(this, resources)) {
      EntryTiles tiles = new EntryTiles(matrix, weighting, seed, resources);
      try {
        matrix.forEachBand(tiles::add, progress);
        require(tiles.size());
        return new Entries(vocabulary(), tiles, 1e-9 * (System.nanoTime() - start));
      } catch (IOException | InterruptedException | RuntimeException | Error e) {
        tiles.close();
        throw e;
      }
    }
  }
}
