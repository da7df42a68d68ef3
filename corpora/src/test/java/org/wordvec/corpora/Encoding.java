package org.wordvec.corpora;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.wordvec.corpora.reading.EncodingErrors;

/** How a test encodes: with one thread, every word and no spilling unless told otherwise. */
record Encoding(Tokenization tokenization, VocabularyLimits limits, int threads, long budget) {
  static final Encoding DEFAULT =
      new Encoding(Tokenization.DEFAULT, new VocabularyLimits(1, 0), 1, Long.MAX_VALUE);

  Encoding with(Tokenization other) {
    return new Encoding(other, limits, threads, budget);
  }

  Encoding with(EncodingErrors errors) {
    return with(tokenization.with(errors));
  }

  Encoding with(VocabularyLimits other) {
    return new Encoding(tokenization, other, threads, budget);
  }

  Encoding threads(int other) {
    return new Encoding(tokenization, limits, other, budget);
  }

  Encoding budget(long other) {
    return new Encoding(tokenization, limits, threads, other);
  }

  CorpusEncoder encoder() {
    return new CorpusEncoder(tokenization, limits, threads, budget);
  }

  PlainCorpus encode(Corpus corpus) throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      return PlainCorpus.of(encoder().encode(corpus, arena, ReadingProgress.NONE));
    }
  }

  PlainCorpus encode(String text) throws IOException, InterruptedException {
    return encode(Texts.corpus(text));
  }

  PlainCorpus encode(byte[] text) throws IOException, InterruptedException {
    return encode(Texts.corpus(text));
  }
}
