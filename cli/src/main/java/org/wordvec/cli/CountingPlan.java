package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.corpora.Corpus;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Vocabulary;
import org.wordvec.glove.CooccurrenceConfig;
import org.wordvec.glove.Cooccurrences;

/**
 * How words are counted that stand together.
 *
 * @param memory bytes for text and counts
 */
record CountingPlan(CorpusReading reading, CooccurrenceConfig config, long memory, int threads) {
  CountingPlan {
    if (memory < Cooccurrences.LEAST_MEMORY) {
      throw new IllegalArgumentException("--memory must be at least 1m");
    }
  }

  EncodedCorpus encode(
      Corpus corpus, Optional<Vocabulary> given, Arena arena, ProgressDisplay display)
      throws IOException, InterruptedException {
    CorpusEncoder encoder = new CorpusEncoder(reading.tokenization(), reading.limits(), threads);
    return given.isPresent()
        ? encoder.encode(corpus, given.get(), arena, display::reading)
        : encoder.encode(corpus, arena, display::reading);
  }

  Cooccurrences of(EncodedCorpus corpus) {
    return new Cooccurrences.Counted(corpus, config, memory);
  }
}
