package org.wordvec.fasttext;

import java.lang.foreign.Arena;
import java.util.function.Supplier;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.LogisticWindow;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Outputs;
import org.wordvec.word2vec.SentenceSlices;
import org.wordvec.word2vec.Subsampling;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains slices on the CPU: for each word that subsampling keeps, a window of random width.
 * Skip-gram trains the mean of the word's rows against the outputs of all its context words
 * together, CBOW the mean of all rows of the context words against the word's outputs.
 *
 * <p>A position's random draws are numbered: 0 for subsampling, 1 for the window, 2 for the first
 * of CBOW's negatives, or for the key under which each pair of a skip-gram window draws its own.
 * The loss is measured on every {@value #MEASURED}th window. A window is trained when the next has
 * been drawn, whose rows come from memory meanwhile. Belongs to one thread; the matrices are
 * shared.
 *
 * <p>Reference: FastTextReference in the tests.
 */
final class SubwordStep implements TrainingLoop.Step {
  private static final int MEASURED = 64;

  private final Model model;
  private final Word2VecConfig config;
  private final Outputs outputs;
  private final LogisticWindow one;
  private final LogisticWindow other;
  private final int[] words;
  private final int[] places;

  SubwordStep(Model model, Word2VecConfig config, Arena arena) {
    this.model = model;
    this.config = config;
    this.outputs = model.outputs().get();
    this.one = outputs.window(arena, model.inputs());
    this.other = one.another(arena);
    this.words = new int[model.slices().longestSentence()];
    this.places = new int[words.length];
  }

  /** What all threads share. */
  record Model(
      EncodedCorpus corpus,
      SentenceSlices slices,
      Subsampling subsampling,
      SubwordRows subwords,
      Matrix inputs,
      Supplier<Outputs> outputs) {}

  @Override
  public void train(TrainingLoop.Slice slice, LossMeter loss) {
    EncodedCorpus corpus = model.corpus();
    long key = CounterRandom.key(config.execution().seed(), slice.epoch());
    long end = model.slices().end(slice.index());
    int windows = 0;
    LogisticWindow full = one;
    LogisticWindow filling = other;
    int waiting = 0;
    int waitingEnd = 0;
    int waitingPredictions = 0;
    outputs.begin(key, slice.index());
    for (long sentence = model.slices().start(slice.index()); sentence < end; sentence++) {
      long start = corpus.sentenceStart(sentence);
      int length = (int) (corpus.sentenceEnd(sentence) - start);
      corpus.copyIds(start, words, length);
      int kept = model.subsampling().keep(words, length, places, key, start);
      for (int centre = 0; centre < kept; centre++) {
        long position = start + places[centre];
        int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
        int from = Math.max(0, centre - width);
        int to = Math.min(kept - 1, centre + width);
        if (from < to) {
          int count = setInputs(filling, from, centre, to);
          int endOfOutputs = addOutputs(filling, from, centre, to, key, position);
          filling.fetch(0, count, endOfOutputs);
          if (waiting > 0) {
            LossMeter meter = windows++ % MEASURED == 0 ? loss : null;
            full.trainMean(waiting, waitingEnd, slice.rate(), waitingPredictions, meter);
          }
          LogisticWindow trained = full;
          full = filling;
          filling = trained;
          waiting = count;
          waitingEnd = endOfOutputs;
          waitingPredictions = config.architecture() == Architecture.CBOW ? 1 : to - from;
        }
      }
    }
    if (waiting > 0) {
      LossMeter meter = windows % MEASURED == 0 ? loss : null;
      full.trainMean(waiting, waitingEnd, slice.rate(), waitingPredictions, meter);
    }
    full.exchange();
  }

  /** Sets the rows whose mean predicts, and returns how many there are. */
  private int setInputs(LogisticWindow window, int from, int centre, int to) {
    return switch (config.architecture()) {
      case SKIP_GRAM -> setInputs(window, 0, words[centre]);
      case CBOW -> {
        int count = 0;
        for (int i = from; i <= to; i++) {
          count = i == centre ? count : setInputs(window, count, words[i]);
        }
        yield count;
      }
    };
  }

  /** Sets all rows of a word from a place on, and returns the place behind them. */
  private int setInputs(LogisticWindow window, int place, int word) {
    int count = model.subwords().count(word);
    for (int i = 0; i < count; i++) {
      window.setInput(place + i, model.subwords().row(word, i));
    }
    return place + count;
  }

  /** Adds the outputs of the words that are predicted, and returns their end. */
  private int addOutputs(
      LogisticWindow window, int from, int centre, int to, long key, long position) {
    outputs.moveTo(position);
    return switch (config.architecture()) {
      case SKIP_GRAM -> {
        long pairs = CounterRandom.draw(key, position, Outputs.RESERVED_DRAWS);
        int end = 0;
        for (int i = from; i <= to; i++) {
          end = i == centre ? end : outputs.addTo(window, end, words[i], pairs, i - from);
        }
        yield end;
      }
      case CBOW -> outputs.addTo(window, 0, words[centre], key, position);
    };
  }
}
