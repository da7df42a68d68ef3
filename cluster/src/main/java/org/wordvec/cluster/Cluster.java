package org.wordvec.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Runs the jobs of the commands on many machines. Counts are those of one machine: equal for words,
 * and up to the rounding of sums for co-occurrences. For use by one thread.
 */
public interface Cluster extends AutoCloseable {
  /** Turns off the engine's own log, which is long where work is interrupted. */
  void silence();

  /** Sets the receiver of notes to the user during the work; without one, they are dropped. */
  void listen(Consumer<String> listener);

  /** Returns what the user should know before the work begins, one line each. */
  List<String> remarks();

  /**
   * Counts words.
   *
   * @param thresholds minimum counts for which the census says what they would keep
   * @throws org.wordvec.corpora.text.CorpusException if the text cannot be used, as in {@link
   *     org.wordvec.corpora.CorpusEncoder}
   */
  WordCensus count(ClusterText text, VocabularyLimits limits, List<Long> thresholds)
      throws IOException, InterruptedException;

  /**
   * Counts co-occurrences and writes them as GloVe's entries, in any order.
   *
   * @return the number of entries
   */
  long cooccurrences(
      ClusterText text, Vocabulary vocabulary, CooccurrenceConfig config, OutputStream stream)
      throws IOException, InterruptedException;

  /** Trains Word2Vec. */
  Word2Vec.Trained word2vec(Prediction<Word2VecConfig> job, Arena arena, Progress progress)
      throws IOException, InterruptedException;

  /**
   * Trains FastText.
   *
   * @param pretrained vectors from which the rows of words start
   */
  FastText.Trained fasttext(
      Prediction<FastTextConfig> job,
      @Nullable WordVectors pretrained,
      Arena arena,
      Progress progress)
      throws IOException, InterruptedException;

  /** Trains GloVe. */
  GloVeOutcome glove(GloVeJob job, Arena arena, Progress progress)
      throws IOException, InterruptedException;

  /** A training of a model that predicts words. */
  record Prediction<C>(ClusterText text, Vocabulary vocabulary, C config) {}

  /**
   * A training of GloVe.
   *
   * @param source a text to count, or a file of GloVe's entries
   */
  record GloVeJob(GloVeSource source, Vocabulary vocabulary, GloVeConfig config) {}

  /** The source of co-occurrence counts. */
  sealed interface GloVeSource {
    /** A text in which they are counted. */
    record Text(ClusterText text, CooccurrenceConfig config) implements GloVeSource {}

    /** A file with entries. */
    record Entries(Path path) implements GloVeSource {}
  }

  /**
   * The result of a training of GloVe.
   *
   * @param entries number of entries
   * @param countSeconds wall time of counting or reading them
   */
  record GloVeOutcome(
      WordVectors vectors, long entries, double countSeconds, TrainingReport report) {}

  /** Returns one line on the bytes moved so far, if the engine measures them. */
  Optional<String> traffic();

  @Override
  void close();
}
