package org.wordvec.corpora.phrases;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;

/**
 * Rewrites all sentences of an encoded corpus in place and in parallel. No sentence may become
 * longer; empty ones are removed.
 */
final class SentenceRewriting {
  private static final int CHUNK = 1 << 10;

  private final EncodedCorpus corpus;
  private final long[] idCounts;
  private final long[] sentenceCounts;

  /** Rewrites one sentence in place and returns its new length. */
  @FunctionalInterface
  interface Rewriter {
    int rewrite(int[] ids, int length);
  }

  /** The used parts of the corpus's memory. */
  record Rewritten(MemorySegment ids, MemorySegment sentenceEnds) {}

  private SentenceRewriting(EncodedCorpus corpus, int chunks) {
    this.corpus = corpus;
    idCounts = new long[chunks];
    sentenceCounts = new long[chunks];
  }

  /** Rewrites a corpus, whose memory is reused; it must not be used afterwards. */
  static Rewritten run(EncodedCorpus corpus, Workers workers, IntFunction<Rewriter> rewriters)
      throws IOException, InterruptedException {
    int chunks = Math.toIntExact((corpus.sentences() + CHUNK - 1) / CHUNK);
    SentenceRewriting rewriting = new SentenceRewriting(corpus, chunks);
    long[] starts = new long[chunks];
    for (int chunk = 0; chunk < chunks; chunk++) {
      starts[chunk] = corpus.sentenceStart((long) chunk * CHUNK);
    }
    AtomicInteger next = new AtomicInteger();
    workers.run(
        worker -> {
          Rewriter rewriter = rewriters.apply(worker);
          for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
            rewriting.rewrite(chunk, starts[chunk], rewriter);
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
          }
        });
    return rewriting.compacted(starts);
  }

  /** Moves the ids of a chunk to its beginning, with sentence ends relative to it. */
  private void rewrite(int chunk, long start, Rewriter rewriter) {
    long firstSentence = (long) chunk * CHUNK;
    long lastSentence = Math.min(corpus.sentences(), firstSentence + CHUNK);
    int[] ids = new int[1 << 10];
    long from = start;
    long written = 0;
    long sentences = 0;
    for (long sentence = firstSentence; sentence < lastSentence; sentence++) {
      long end = corpus.sentenceEnd(sentence);
      int length = (int) (end - from);
      if (ids.length < length) {
        ids = new int[2 * length];
      }
      corpus.copyIds(from, ids, length);
      from = end;
      int kept = rewriter.rewrite(ids, length);
      if (kept > 0) {
        MemorySegment.copy(
            ids, 0, corpus.ids(), ValueLayout.JAVA_INT, Integer.BYTES * (start + written), kept);
        written += kept;
        corpus
            .sentenceEnds()
            .setAtIndex(ValueLayout.JAVA_LONG, firstSentence + sentences++, written);
      }
    }
    idCounts[chunk] = written;
    sentenceCounts[chunk] = sentences;
  }

  private Rewritten compacted(long[] starts) {
    MemorySegment ids = corpus.ids();
    MemorySegment ends = corpus.sentenceEnds();
    long written = 0;
    long sentences = 0;
    for (int chunk = 0; chunk < starts.length; chunk++) {
      MemorySegment.copy(
          ids,
          Integer.BYTES * starts[chunk],
          ids,
          Integer.BYTES * written,
          Integer.BYTES * idCounts[chunk]);
      for (long sentence = 0; sentence < sentenceCounts[chunk]; sentence++) {
        long end = ends.getAtIndex(ValueLayout.JAVA_LONG, (long) chunk * CHUNK + sentence);
        ends.setAtIndex(ValueLayout.JAVA_LONG, sentences++, written + end);
      }
      written += idCounts[chunk];
    }
    return new Rewritten(
        ids.asSlice(0, Integer.BYTES * written), ends.asSlice(0, Long.BYTES * sentences));
  }
}
