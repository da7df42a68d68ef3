package org.wordvec.glove.counting;

import java.io.IOException;

/** The matrix of co-occurrence counts, which comes band by band. */
public sealed interface CooccurrenceMatrix extends AutoCloseable
    permits CooccurrenceCounter, EntryFile {
  /** Returns the bands. */
  Bands bands();

  /** Returns the number of rows, which is that of columns. */
  int words();

  /**
   * Returns whether each entry beside the diagonal stands for its mirror image too, so that no row
   * reaches beyond the diagonal.
   */
  boolean mirrored();

  /** Passes all bands to the sink. */
  void forEachBand(BandTask.Sink sink, CountingProgress progress)
      throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /** Prepares to count, or opens and checks a file. */
  static CooccurrenceMatrix open(Cooccurrences from, Cooccurrences.Resources resources)
      throws IOException {
    return switch (from) {
      case Cooccurrences.Counted counted -> new CooccurrenceCounter(counted, resources);
      case Cooccurrences.Stored stored -> EntryFile.open(stored, resources);
    };
  }
}
