package org.wordvec.deeplearning4j;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.UnavailableException;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Runs Deeplearning4j's {@code fit} and reports its progress and failures.
 *
 * <p>Its worker threads end silently at an exception, and its reader then waits forever for space
 * in a queue. So {@code fit} runs on a daemon thread, and a default handler receives the uncaught
 * exceptions of all threads meanwhile.
 */
final class Fit {
  private static final long POLL_MILLISECONDS = 100;

  private final Word2Vec model;
  private final Sentences sentences;
  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Fit(Word2Vec model, Sentences sentences, EncodedCorpus corpus, Word2VecConfig config) {
    this.model = model;
    this.sentences = sentences;
    this.corpus = corpus;
    this.config = config;
  }

  /**
   * Trains and returns the seconds that it took.
   *
   * @throws UnavailableException if a thread of Deeplearning4j failed
   */
  double run(Progress progress) throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> failure.compareAndSet(null, e));
    try {
      long start = System.nanoTime();
      Thread fit = Thread.ofPlatform().daemon().name("deeplearning4j").start(model::fit);
      while (!fit.join(Duration.ofMillis(POLL_MILLISECONDS))) {
        progress.report(snapshot(secondsSince(start)));
        throwFailure();
      }
      throwFailure();
      double seconds = secondsSince(start);
      progress.report(snapshot(seconds));
      return seconds;
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private void throwFailure() {
    Optional.ofNullable(failure.get())
        .ifPresent(
            e -> {
              throw new UnavailableException("Deeplearning4j failed: " + e.getMessage(), e);
            });
  }

  /** Returns the progress of reading, which is a little ahead of training. */
  private Progress.Snapshot snapshot(double seconds) {
    int epochs = config.schedule().epochs();
    double fraction =
        Math.min(1, sentences.handedOut() / ((double) corpus.encodedTokens() * epochs));
    long total = corpus.tokens() * epochs;
    return new Progress.Snapshot(
        Math.min(epochs, 1 + (int) (fraction * epochs)),
        epochs,
        (long) (fraction * total),
        total,
        seconds,
        config.schedule().rateAt(fraction),
        Double.NaN);
  }

  private static double secondsSince(long start) {
    return 1e-9 * (System.nanoTime() - start);
  }
}
