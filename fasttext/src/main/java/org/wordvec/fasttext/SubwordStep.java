package org.wordvec.fasttext;

import java.lang.foreign.Arena;
import java.util.function.Supplier;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.InputRows;
import org.wordvec.compute.kernels.LogisticWindow;
import org.wordvec.compute.training.LossMeter;
import org.wordvec.compute.training.TrainingLoop;
import org.wordvec.corpora.EncodedCorpus;
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

  /**
   * Words of a window, the middle one included, that one mean predicts together: those of the usual
   * window. The changes of all in a wider one would add up to a step that overshoots, and training
   * diverge.
   */
  private static final int TOGETHER = 11;

  private final Model model;
  private final Word2VecConfig config;
  private final Outputs outputs;
  private final InputRows inputs;
  private final LogisticWindow one;
  private final LogisticWindow other;
  private final int together;
  private final int[] words;
  private final int[] places;

  /** Where in the inputs the rows of each word of a sentence begin, and where the last ends. */
  private final int[] starts;

  SubwordStep(Model model, Word2VecConfig config, Arena arena) {
    this.model = model;
    this.config = config;
    this.outputs = model.outputs().get();
    this.inputs = new InputRows(arena, model.inputs());
    this.one = outputs.window(arena, model.inputs());
    this.other = one.another(arena);
    this.together =
        switch (config.architecture()) {
          case SKIP_GRAM -> TOGETHER;
          case CBOW -> 1 + 2 * config.window();
        };
    this.words = new int[model.slices().longestSentence()];
    this.places = new int[words.length];
    this.starts = new int[words.length + 1];
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
    LogisticWindow waiting = one;
    LogisticWindow filling = other;
    int predictions = 0;
    waiting.clear();
    outputs.begin(key, slice.index());
    for (long sentence = model.slices().start(slice.index()); sentence < end; sentence++) {
      long start = corpus.sentenceStart(sentence);
      int length = (int) (corpus.sentenceEnd(sentence) - start);
      corpus.copyIds(start, words, length);
      int kept = model.subsampling().keep(words, length, places, key, start);
      setInputs(kept);
      for (int centre = 0; centre < kept; centre++) {
        long position = start + places[centre];
        int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
        int from = Math.max(0, centre - width);
        int to = Math.min(kept - 1, centre + width);
        fetchInputs(centre + config.window(), kept);
        for (int first = from; from < to && first <= to; first += together) {
          int upTo = Math.min(to, first + together - 1);
          filling.clear();
          outputs.moveTo(position);
          fill(filling, from, first, upTo, centre, key, position);
          filling.fetchOutputs();
          if (!waiting.isEmpty()) {
            waiting.trainMean(slice.rate(), predictions, windows++ % MEASURED == 0 ? loss : null);
          }
          LogisticWindow trained = waiting;
          waiting = filling;
          filling = trained;
          predictions = predictions(first, upTo, centre);
        }
      }
    }
    if (!waiting.isEmpty()) {
      waiting.trainMean(slice.rate(), predictions, windows % MEASURED == 0 ? loss : null);
    }
    waiting.exchange();
  }

  /** Sets the rows of a sentence's words, and asks for the first of them. */
  private void setInputs(int kept) {
    inputs.clear();
    for (int i = 0; i < kept; i++) {
      model.subwords().addTo(inputs, words[i]);
      starts[i + 1] = inputs.size();
    }
    inputs.fetch(0, starts[Math.min(kept, config.window())]);
  }

  /** Asks for the rows of a word that the windows after this one may have. */
  private void fetchInputs(int place, int kept) {
    if (place < kept) {
      inputs.fetch(starts[place], starts[place + 1]);
    }
  }

  private int predictions(int from, int to, int centre) {
    return switch (config.architecture()) {
      case SKIP_GRAM -> to - from + (from <= centre && centre <= to ? 0 : 1);
      case CBOW -> 1;
    };
  }

  /**
   * Fills a window.
   *
   * @param start the first context word
   * @param from the first of those that are predicted together (skip-gram), else the same
   * @param to the last of them
   */
  private void fill(
      LogisticWindow window, int start, int from, int to, int centre, long key, long position) {
    switch (config.architecture()) {
      case SKIP_GRAM -> {
        window.addInputs(inputs, starts[centre], starts[centre + 1]);
        long pairs = CounterRandom.draw(key, position, Outputs.RESERVED_DRAWS);
        for (int i = from; i <= to; i++) {
          if (i != centre) {
            outputs.addTo(window, words[i], pairs, i - start);
          }
        }
      }
      case CBOW -> {
        window.addInputs(inputs, starts[from], starts[centre]);
        window.addInputs(inputs, starts[centre + 1], starts[to + 1]);
        outputs.addTo(window, words[centre], key, position);
      }
    }
  }
}
