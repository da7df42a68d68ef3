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
 * The jobs of the commands on many machines. Counts are those of one machine: equal for words, and
 * to the rounding of a sum for pairs.
 */
public interface Cluster extends AutoCloseable {
  /** Ends what the library itself says: of work that is broken off, it has much to say. */
  void silence();

  /** Tells of what the user should know while the work is done; without this, nobody hears it. */
  void listen(Consumer<String> listener);

  /** What the user should know of how the work will be done. */
  List<String> remarks();

  /**
   * Counts words.
   *
   * @param thresholds limits of which the census tells what they would keep
   * @throws org.wordvec.corpora.text.CorpusException as {@link org.wordvec.corpora.CorpusEncoder}
   *     has it
   */
  WordCensus count(ClusterText text, VocabularyLimits limits, List<Long> thresholds)
      throws IOException, InterruptedException;

  /**
   * Counts words that stand together and writes GloVe's entries, in no certain order.
   *
   * @return how many there are
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
   * @param pretrained vectors that the rows of words start from
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

  /** What a model that predicts words is trained on. */
  record Prediction<C>(ClusterText text, Vocabulary vocabulary, C config) {}

  /**
   * What GloVe is trained on.
   *
   * @param source counted in a text, or a file of GloVe's entries
   */
  record GloVeJob(GloVeSource source, Vocabulary vocabulary, GloVeConfig config) {}

  /** Where counts come from. */
  sealed interface GloVeSource {
    /** A text. */
    record Text(ClusterText text, CooccurrenceConfig config) implements GloVeSource {}

    /** A file that has them. */
    record Entries(Path path) implements GloVeSource {}
  }

  /**
   * What came of GloVe.
   *
   * @param entries how many there were
   * @param countSeconds wall time of counting them, or of reading
   */
  record GloVeOutcome(
      WordVectors vectors, long entries, double countSeconds, TrainingReport report) {}

  /** What the cluster's own meters say of the bytes moved so far, if they say anything. */
  Optional<String> traffic();

  @Override
  void close();
}
