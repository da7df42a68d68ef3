package org.wordvec.library.training;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.library.text.CorpusReading;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.TrainingPairs;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * An encoded text for the families that predict words.
 *
 * @param corpus ids of words, sentence by sentence
 * @param start initial vectors; null for random ones
 */
public record EncodedText(EncodedCorpus corpus, @Nullable WordVectors start)
    implements TrainingData {
  /** Creates a text without initial vectors. */
  EncodedText(EncodedCorpus corpus) {
    this(corpus, null);
  }

  /** Reads a text into the arena of the run. */
  static EncodedCorpus read(TrainingRun run, Corpus corpus, CorpusReading reading, int threads)
      throws IOException, InterruptedException {
    return reading.encode(
        corpus, run.givenVocabulary(reading.limits()), threads, run.arena(), run.listener());
  }

  /**
   * Reads a text to train words on, notes where it asks for other settings, and checks it.
   *
   * @param needs of the model, by the size of the vocabulary
   */
  static EncodedText checked(
      TrainingRun run,
      Corpus corpus,
      CorpusReading reading,
      Word2VecConfig config,
      IntFunction<ModelNeeds> needs)
      throws IOException, InterruptedException {
    EncodedText text = new EncodedText(read(run, corpus, reading, config.execution().threads()));
    TrainingNotes.reading(text.corpus, config, TrainingPairs.fitted(text.corpus, config))
        .forEach(run.listener()::note);
    text.check(run, needs.apply(text.vocabulary().size()));
    return text;
  }

  /**
   * Checks that text and model fit in memory and on disk, and that a checkpoint belongs to this
   * text.
   */
  void check(TrainingRun run, ModelNeeds needs) throws IOException {
    run.settings().preflight().check(needs, bytes());
    run.checkpoints().require(corpus);
  }

  @Override
  public Vocabulary vocabulary() {
    return corpus.vocabulary();
  }

  @Override
  public long bytes() {
    return corpus.ids().byteSize() + corpus.sentenceEnds().byteSize();
  }

  @Override
  public String size() {
    return String.format(Locale.ROOT, "%,d tokens", corpus.tokens());
  }

  @Override
  public Map<String, Object> counts() {
    return counts(corpus);
  }

  /** Returns the counts of a text by their keys in the report. */
  static Map<String, Object> counts(EncodedCorpus corpus) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("tokens", corpus.tokens());
    counts.put("encoded_tokens", corpus.encodedTokens());
    counts.put("distinct_words", corpus.reading().distinctWords());
    counts.put("sentences", corpus.sentences());
    return counts;
  }

  @Override
  public StageSeconds seconds() {
    return seconds(corpus);
  }

  /** Returns the time taken to read a text. */
  static StageSeconds seconds(EncodedCorpus corpus) {
    return new StageSeconds(
        corpus.reading().vocabularySeconds(), corpus.reading().encodeSeconds(), 0);
  }
}
