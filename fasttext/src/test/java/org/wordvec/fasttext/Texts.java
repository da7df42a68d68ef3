package org.wordvec.fasttext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.ReadingProgress;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2VecConfig;

/** Small texts to train on, and small models. */
public final class Texts {
  /** Limits that keep every word. */
  public static final VocabularyLimits ALL = new VocabularyLimits(1, 0);

  private Texts() {}

  /**
   * Sentences of ten words, each about one of two topics. The words of a topic share a stem, such
   * as {@code flower} or {@code engine}, and have endings of their own; a quarter of all words are
   * common to both.
   */
  public static String ofTwoTopics(int endings, int sentences, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      String topic = random.nextBoolean() ? "flower" : "engine";
      for (int i = 0; i < 10; i++) {
        boolean common = random.nextInt(4) == 0;
        String stem = common ? "c" : topic;
        text.append(stem).append((char) ('a' + random.nextInt(endings))).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Encodes a text in the sentences of its lines, keeping every word. */
  public static EncodedCorpus encode(String text, Arena arena) {
    try {
      Corpus corpus = Corpus.of(List.of("-"), new ByteArrayInputStream(text.getBytes(UTF_8)));
      return new CorpusEncoder(Tokenization.DEFAULT, ALL, 1)
          .encode(corpus, arena, ReadingProgress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Both architectures, each with both objectives, each with n-grams and without, on one thread.
   */
  public static Stream<FastTextConfig> models(Objective sampling, Subwords subwords, long seed) {
    return Stream.of(Architecture.values())
        .flatMap(
            architecture ->
                Stream.of(sampling, new Objective.HierarchicalSoftmax())
                    .flatMap(
                        objective ->
                            Stream.of(subwords, Subwords.NONE)
                                .map(grams -> config(architecture, objective, grams, 1, seed))));
  }

  /** Returns a small configuration of five epochs. */
  public static FastTextConfig config(
      Architecture architecture, Objective objective, Subwords subwords, int threads, long seed) {
    return new FastTextConfig(
        Word2VecConfig.of(architecture)
            .withObjective(objective)
            .withDimensions(10)
            .withWindow(5)
            .withSample(0)
            .withSchedule(new Schedule(5, FastTextConfig.DEFAULT_LEARNING_RATE))
            .withExecution(new Execution(threads, seed)),
        subwords);
  }
}
