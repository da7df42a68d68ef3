package org.wordvec.testing;

import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.CounterRandom;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.SentenceSlices;
import org.wordvec.word2vec.Subsampling;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Visits the windows of a training one after another, with its random draws: at a position of the
 * corpus number 0 is for subsampling and 1 for the width of the window.
 */
public final class Windows {
  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final Step step;
  private final SentenceSlices slices;
  private final Subsampling subsampling;
  private double loss;
  private long predictions;

  /**
   * A word and those around it, at least one.
   *
   * @param key of the epoch's draws
   * @param slice of the epoch
   * @param position of the word in the corpus
   * @param context the words around it, in their order
   * @param before how many of them precede it
   */
  public record Window(
      long key, int slice, long position, int word, List<Integer> context, int before) {}

  /** Trains a window. */
  public interface Step {
    /** Trains a window and returns its loss before it has learnt. */
    double train(Window window, double rate);
  }

  private Windows(EncodedCorpus corpus, Word2VecConfig config, Step step) {
    this.corpus = corpus;
    this.config = config;
    this.step = step;
    this.slices = SentenceSlices.of(corpus);
    this.subsampling = Subsampling.of(corpus.vocabulary(), config.sample());
  }

  /** Trains all windows and returns the mean loss per prediction of each epoch. */
  public static List<Double> train(EncodedCorpus corpus, Word2VecConfig config, Step step) {
    Windows windows = new Windows(corpus, config, step);
    return IntStream.range(0, config.schedule().epochs()).mapToObj(windows::epoch).toList();
  }

  private double epoch(int epoch) {
    long key = CounterRandom.key(config.execution().seed(), epoch);
    int[] words = new int[slices.longestSentence()];
    int[] places = new int[words.length];
    loss = 0;
    predictions = 0;
    for (int slice = 0; slice < slices.size(); slice++) {
      double done = ((double) epoch * slices.size() + slice) / slices.size();
      double rate = config.schedule().rateAt(done / config.schedule().epochs());
      for (long sentence = slices.start(slice); sentence < slices.end(slice); sentence++) {
        long start = corpus.sentenceStart(sentence);
        int length = (int) (corpus.sentenceEnd(sentence) - start);
        corpus.copyIds(start, words, length);
        int kept = subsampling.keep(words, length, places, key, start);
        for (int centre = 0; centre < kept; centre++) {
          train(window(words, kept, centre, key, slice, start + places[centre]), rate);
        }
      }
    }
    return loss / predictions;
  }

  private Window window(int[] words, int kept, int centre, long key, int slice, long position) {
    int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
    int from = Math.max(0, centre - width);
    List<Integer> context =
        IntStream.rangeClosed(from, Math.min(kept - 1, centre + width))
            .filter(i -> i != centre)
            .mapToObj(i -> words[i])
            .toList();
    return new Window(key, slice, position, words[centre], context, centre - from);
  }

  private void train(Window window, double rate) {
    if (!window.context().isEmpty()) {
      loss += step.train(window, rate);
      predictions += config.architecture() == Architecture.CBOW ? 1 : window.context().size();
    }
  }
}
