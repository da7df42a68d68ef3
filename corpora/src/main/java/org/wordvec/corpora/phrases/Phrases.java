package org.wordvec.corpora.phrases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/**
 * Finds collocations, words that are adjacent more often than by chance, and joins them by {@code
 * _} into one word: Mikolov et al., Distributed Representations of Words and Phrases and their
 * Compositionality, 2013, section 4.
 *
 * <p>Works on an encoded corpus in memory, where a pass takes a fraction of the time of reading
 * text. The result does not depend on the number of threads.
 */
public final class Phrases {
  private final PhraseConfig config;
  private final Workers workers;
  private final long budget;

  /** Creates a joiner that may use a quarter of the JVM's heap limit for counting pairs. */
  public Phrases(PhraseConfig config, int threads) {
    this(config, threads, Runtime.getRuntime().maxMemory() / 4);
  }

  Phrases(PhraseConfig config, int threads, long budget) {
    this.config = config;
    this.workers = new Workers(threads);
    this.budget = budget;
  }

  /** A phrase and its number of occurrences. */
  public record Found(String phrase, long count) {}

  /**
   * The result of joining phrases.
   *
   * @param corpus corpus with phrases as words
   * @param found all phrases of the vocabulary, most frequent first
   * @param seconds time of all passes
   */
  public record Joined(EncodedCorpus corpus, List<Found> found, double seconds) {}

  /**
   * Joins the phrases of a corpus in all passes.
   *
   * @param corpus corpus encoded with all of its words; its memory is reused, so it must not be
   *     used afterwards
   * @param limits limits for the words and phrases of the result
   * @throws CorpusException if no word or phrase is within the limits
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
