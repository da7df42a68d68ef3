package org.wordvec.corpora;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;

/** How a test encodes: with one thread, every word and no spilling unless told otherwise. */
public record Encoding(
    Tokenization tokenization, VocabularyLimits limits, int threads, long budget) {
  public static final Encoding DEFAULT =
      new Encoding(Tokenization.DEFAULT, new VocabularyLimits(1, 0), 1, Long.MAX_VALUE);

  public Encoding with(Tokenization other) {
    return new Encoding(other, limits, threads, budget);
  }

  public Encoding with(EncodingErrors errors) {
    return with(tokenization.with(errors));
  }

  public Encoding with(VocabularyLimits other) {
    return new Encoding(tokenization, other, threads, budget);
  }

  public Encoding threads(int other) {
    return new Encoding(tokenization, limits, other, budget);
  }

  Encoding budget(long other) {
    return new Encoding(tokenization, limits, threads, other);
  }

  CorpusEncoder encoder() {
    return new CorpusEncoder(tokenization, limits, threads, budget);
  }

  public PlainCorpus encode(Corpus corpus) throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      return PlainCorpus.of(encoder().encode(corpus, arena, ReadingProgress.NONE));
    }
  }

  public PlainCorpus encode(String text) throws IOException, InterruptedException {
    return encode(Texts.corpus(text));
  }

  public PlainCorpus encode(byte[] text) throws IOException, InterruptedException {
    return encode(Texts.corpus(text));
  }
}
