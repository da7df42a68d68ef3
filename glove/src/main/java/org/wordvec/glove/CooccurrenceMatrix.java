package org.wordvec.glove;

import java.io.IOException;

/** A matrix of counts that comes band by band. */
sealed interface CooccurrenceMatrix extends AutoCloseable permits CooccurrenceCounter, EntryFile {
  /** What the bands are. */
  Bands bands();

  /** Rows and columns of the matrix. */
  int words();

  /**
   * Whether each entry beside the diagonal stands for its mirror image too, so that no row reaches
   * beyond the diagonal.
   */
  boolean mirrored();

  /** Hands all bands to the sink. */
  void forEachBand(BandTask.Sink sink, CountingProgress progress)
      throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /** Counts, or opens and checks a file. */
  static CooccurrenceMatrix open(Cooccurrences from, Cooccurrences.Resources resources)
      throws IOException {
    return switch (from) {
      case Cooccurrences.Counted counted -> new CooccurrenceCounter(counted, resources);
      case Cooccurrences.Stored stored -> EntryFile.open(stored, resources);
    };
  }
}
