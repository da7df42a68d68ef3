package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.corpora.Corpus;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.Tokenization;
import org.wordvec.corpora.Vocabulary;
import org.wordvec.corpora.VocabularyLimits;

/** How text becomes words, and which of them count. */
record CorpusReading(Tokenization tokenization, VocabularyLimits limits) {
  /** Reads a corpus with its own vocabulary, or with one that is given. */
  EncodedCorpus encode(
      Corpus corpus, Optional<Vocabulary> given, int threads, Arena arena, ProgressDisplay display)
      throws IOException, InterruptedException {
    CorpusEncoder encoder = new CorpusEncoder(tokenization, limits, threads);
    return given.isPresent()
        ? encoder.encode(corpus, given.get(), arena, display::reading)
        : encoder.encode(corpus, arena, display::reading);
  }
}
