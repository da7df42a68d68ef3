package org.wordvec.glove.counting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;

/**
 * The source of co-occurrence counts: a corpus, or a file that GloVe's {@code cooccur} or this
 * wrote.
 */
public sealed interface Cooccurrences {
  /** Bytes of an entry in GloVe's files. */
  int ENTRY_BYTES = 16;

  /**
   * Counts of a corpus. The file that GloVe's {@code cooccur} would write of it has the same
   * entries.
   */
  record Counted(EncodedCorpus corpus, CooccurrenceConfig config) implements Cooccurrences {
    @Override
    public Vocabulary vocabulary() {
      return corpus.vocabulary();
    }
  }

  /** Counts of a file, in any order; the vocabulary has the words of its ranks. */
  record Stored(Path path, Vocabulary vocabulary) implements Cooccurrences {}

  /**
   * The resources that counting may use.
   *
   * @param threads at work at once
   * @param memory bytes for text, counts and entries each; what exceeds it goes to a file
   * @param folder for temporary files, which are gone at the end
   */
  record Resources(int threads, long memory, Path folder) {
    /** The least memory that counting works with. */
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

  /** Returns the words that the entries number. */
  Vocabulary vocabulary();

  /**
   * Writes all entries as GloVe does: {int32 word, int32 context, float64 count}, little-endian,
   * words and contexts by rank from 1. Of symmetric counts each entry is followed by its mirror
   * image; otherwise the entries ascend.
   *
   * @return the number of entries
   * @throws org.wordvec.compute.training.NothingToTrainException if there are none
   */
  default long write(OutputStream stream, Resources resources, CountingProgress progress)
      throws IOException, InterruptedException {
    try (CooccurrenceMatrix matrix = CooccurrenceMatrix.open(this, resources)) {
      EntryWriter writer = new EntryWriter(matrix, stream);
      matrix.forEachBand(writer::write, progress);
      return requireAny(writer.entries());
    }
  }

  /**
   * Checks that there are entries, and returns how many.
   *
   * @throws NothingToTrainException if there are none
   */
  static long requireAny(long entries) {
    if (entries == 0) {
      throw new NothingToTrainException("no two words of the vocabulary co-occur");
    }
    return entries;
  }
}
