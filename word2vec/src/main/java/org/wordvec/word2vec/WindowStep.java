package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.LogisticWindow;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Trains slices on the CPU: for each word that subsampling keeps, a window of random width, and the
 * window's rows against the word's outputs. Belongs to one thread; the matrices are shared.
 *
 * <p>A position's random draws are numbered: 0 for subsampling, 1 for the window, then the
 * negatives. The loss is measured on every {@value #MEASURED}th window of a slice, beginning with
 * its first, so that there is a loss wherever anything is learnt.
 *
 * <p>Reference: SkipGramReference and CbowReference in the tests.
 */
final class WindowStep implements TrainingLoop.Step {
  private static final int MEASURED = 64;

  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final SentenceSlices slices;
  private final Subsampling subsampling;
  private final Outputs outputs;
  private final LogisticWindow window;
  private final int[] words;
  private final int[] places;

  WindowStep(Model model, Word2VecConfig config, Arena arena) {
    this.corpus = model.corpus();
    this.config = config;
    this.slices = model.slices();
    this.subsampling = model.subsampling();
    this.outputs = model.outputs().get();
    this.window = outputs.window(arena, model.inputs());
    this.words = new int[slices.longestSentence()];
    this.places = new int[slices.longestSentence()];
  }

  /** What all threads share. */
  record Model(
      EncodedCorpus corpus,
      SentenceSlices slices,
      Subsampling subsampling,
      Matrix inputs,
      Supplier<Outputs> outputs) {}

  @Override
  public void train(TrainingLoop.Slice slice, LossMeter loss) {
    long key = CounterRandom.key(config.execution().seed(), slice.epoch());
    long end = slices.end(slice.index());
    int windows = 0;
    outputs.begin(key, slice.index());
    for (long sentence = slices.start(slice.index()); sentence < end; sentence++) {
      long start = corpus.sentenceStart(sentence);
      int length = (int) (corpus.sentenceEnd(sentence) - start);
      corpus.copyIds(start, words, length);
      int kept = subsampling.keep(words, length, places, key, start);
      for (int centre = 0; centre < kept; centre++) {
        LossMeter meter = windows % MEASURED == 0 ? loss : null;
        windows +=
            trainWindow(centre, kept, key, start + places[centre], slice.rate(), meter) ? 1 : 0;
      }
    }
    window.exchange();
  }

  /** Trains a window, if it has any word besides its centre; tells whether it had. */
  private boolean trainWindow(
      int centre, int kept, long key, long position, float rate, @Nullable LossMeter meter) {
    int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
    int from = Math.max(0, centre - width);
    int to = Math.min(kept - 1, centre + width);
    if (from == to) {
      return false;
    }
    int count = 0;
    for (int i = from; i <= to; i++) {
      if (i != centre) {
        window.setInput(count++, words[i]);
      }
    }
    outputs.moveTo(position);
    int end = outputs.addTo(window, 0, words[centre], key, position);
    switch (config.architecture()) {
      case SKIP_GRAM -> window.trainEach(count, end, rate, meter);
      case CBOW -> window.trainMean(count, end, rate, 1, meter);
    }
    return true;
  }
}
