package org.wordvec.glove;

import java.io.IOException;

/** Takes counts, each band once, from several threads and in no certain order. */
@FunctionalInterface
interface BandSink {
  /** Uses the counts before it returns; the caller fills the same object again. */
  void accept(BandCounts counts) throws IOException, InterruptedException;
}
