package org.wordvec.deeplearning4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
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

/** A small text of two topics, and settings to train on it. */
final class Trainings {
  static final Objective NEGATIVES = new Objective.NegativeSampling(5, 0.75);
  static final Objective SOFTMAX = new Objective.HierarchicalSoftmax();

  private static final int SENTENCES = 400;

  private Trainings() {}

  static Word2VecConfig config(Architecture architecture, Objective objective) {
    double rate = 4 * Word2VecConfig.defaultRate(architecture);
    return Word2VecConfig.of(architecture)
        .withObjective(objective)
        .withDimensions(12)
        .withWindow(5)
        .withSample(0)
        .withSchedule(new Schedule(5, rate))
        .withExecution(new Execution(1, 1));
  }

  /** Sentences of ten words, each about one of two topics, a and b; one word is Chinese. */
  static String text(int sentences) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      char topic = random.nextBoolean() ? 'a' : 'b';
      for (int i = 0; i < 10; i++) {
        text.append(topic).append(random.nextInt(15)).append(' ');
      }
      text.append(topic == 'a' ? "a中文\n" : "bé\n");
    }
    return text.toString();
  }

  static EncodedCorpus corpus(Arena arena) throws IOException, InterruptedException {
    Tokenization tokenization = Tokenization.DEFAULT.withMaximumSentenceLength(1_000_000);
    Corpus corpus =
        Corpus.of(List.of("-"), new ByteArrayInputStream(text(SENTENCES).getBytes(UTF_8)));
    return new CorpusEncoder(tokenization, new VocabularyLimits(1, 0), 1)
        .encode(corpus, arena, ReadingProgress.NONE);
  }
}
