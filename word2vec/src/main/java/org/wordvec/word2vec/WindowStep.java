package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.InputRows;
import org.wordvec.compute.kernels.LogisticWindow;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Trains slices on the CPU: for each word that subsampling keeps, a window of random width, and the
 * window's rows against the word's outputs. A window is trained when the next has been drawn, whose
 * rows come from memory meanwhile. Belongs to one thread; the matrices are shared.
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
  private final InputRows inputs;
  private final LogisticWindow one;
  private final LogisticWindow other;
  private final int[] words;
  private final int[] places;

  WindowStep(Model model, Word2VecConfig config, Arena arena) {
    this.corpus = model.corpus();
    this.config = config;
    this.slices = model.slices();
    this.subsampling = model.subsampling();
    this.outputs = model.outputs().get();
    this.inputs = new InputRows(arena, model.inputs());
    this.one = outputs.window(arena, model.inputs());
    this.other = one.another(arena);
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
    long last = slices.end(slice.index());
    int windows = 0;
    LogisticWindow waiting = one;
    LogisticWindow filling = other;
    waiting.clear();
    outputs.begin(key, slice.index());
    for (long sentence = slices.start(slice.index()); sentence < last; sentence++) {
      long start = corpus.sentenceStart(sentence);
      int length = (int) (corpus.sentenceEnd(sentence) - start);
      corpus.copyIds(start, words, length);
      int kept = subsampling.keep(words, length, places, key, start);
      setInputs(kept);
      for (int centre = 0; centre < kept; centre++) {
        long position = start + places[centre];
        int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
        fetchInput(centre + config.window(), kept);
        filling.clear();
        filling.addInputs(inputs, Math.max(0, centre - width), centre);
        filling.addInputs(inputs, centre + 1, Math.min(kept, centre + width + 1));
        if (!filling.isEmpty()) {
          outputs.moveTo(position);
          outputs.addTo(filling, words[centre], key, position);
          filling.fetchOutputs();
          if (!waiting.isEmpty()) {
            train(waiting, slice.rate(), windows++ % MEASURED == 0 ? loss : null);
          }
          LogisticWindow trained = waiting;
          waiting = filling;
          filling = trained;
        }
      }
    }
    if (!waiting.isEmpty()) {
      train(waiting, slice.rate(), windows % MEASURED == 0 ? loss : null);
    }
    waiting.exchange();
  }

  /** Sets the rows of a sentence's words, and asks for the first of them. */
  private void setInputs(int kept) {
    inputs.clear();
    for (int i = 0; i < kept; i++) {
      inputs.add(words[i]);
    }
    inputs.fetch(0, Math.min(kept, config.window()));
  }

  /** Asks for a row that the windows after this one may have. */
  private void fetchInput(int place, int kept) {
    if (place < kept) {
      inputs.fetch(place, place + 1);
    }
  }

  private void train(LogisticWindow window, float rate, @Nullable LossMeter meter) {
    switch (config.architecture()) {
      case SKIP_GRAM -> window.trainEach(rate, meter);
      case CBOW -> window.trainMean(rate, 1, meter);
    }
  }
}
