package org.wordvec.corpora.phrases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/**
 * Finds words that stand together more often than chance has it and makes one word of them, joined
 * by {@code _}: Mikolov et al., Distributed Representations of Words and Phrases and their
 * Compositionality, 2013, section 4.
 *
 * <p>Works on an encoded corpus in memory, a pass in a fraction of the time that reading text
 * takes. The outcome does not depend on the number of threads.
 */
public final class Phrases {
  private final PhraseConfig config;
  private final Workers workers;
  private final long budget;

  /** With a quarter of the JVM's heap limit for counting pairs. */
  public Phrases(PhraseConfig config, int threads) {
    this(config, threads, Runtime.getRuntime().maxMemory() / 4);
  }

  Phrases(PhraseConfig config, int threads, long budget) {
    this.config = config;
    this.workers = new Workers(threads);
    this.budget = budget;
  }

  /** A phrase and how often it was made. */
  public record Found(String phrase, long count) {}

  /**
   * What joining yields.
   *
   * @param corpus with phrases as words
   * @param found all phrases of the vocabulary, most frequent first
   * @param seconds that it took
   */
  public record Joined(EncodedCorpus corpus, List<Found> found, double seconds) {}

  /**
   * Joins phrases in all passes.
   *
   * @param corpus encoded with all of its words, whatever their counts; its memory is taken over,
   *     so it must not be used afterwards
   * @param limits for the words and phrases of the outcome
   * @throws CorpusException if nothing reaches the limits
   */
  public Joined join(EncodedCorpus corpus, VocabularyLimits limits)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    EncodedCorpus joined = corpus;
    List<Double> thresholds = config.thresholds();
    VocabularyLimits all = new VocabularyLimits(1, 0);
    List<String> names = new ArrayList<>();
    for (int pass = 0; pass < thresholds.size(); pass++) {
      PhraseTable table = new PhraseTable(joined.vocabulary(), config, budget);
      table.count(joined, workers);
      boolean isLast = pass == thresholds.size() - 1;
      PhrasePass rewriting = new PhrasePass(joined, table, thresholds.get(pass));
      joined = rewriting.run(workers, isLast ? limits : all);
      names.addAll(rewriting.phrases());
    }
    double seconds = 1e-9 * (System.nanoTime() - start);
    return new Joined(timed(joined, seconds), found(joined, names), seconds);
  }

  private static EncodedCorpus timed(EncodedCorpus corpus, double seconds) {
    EncodedCorpus.Reading reading = corpus.reading();
    return new EncodedCorpus(
        corpus.vocabulary(),
        corpus.ids(),
        corpus.sentenceEnds(),
        new EncodedCorpus.Reading(
            reading.diagnostics(),
            reading.distinctWords(),
            reading.vocabularySeconds(),
            reading.encodeSeconds() + seconds));
  }

  private static List<Found> found(EncodedCorpus corpus, List<String> phrases) {
    Vocabulary vocabulary = corpus.vocabulary();
    return phrases.stream()
        .distinct()
        .mapToInt(vocabulary.words()::indexOf)
        .filter(id -> id >= 0)
        .sorted()
        .mapToObj(id -> new Found(vocabulary.words().word(id), vocabulary.count(id)))
        .toList();
  }
}
