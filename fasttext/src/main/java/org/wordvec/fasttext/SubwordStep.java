package org.wordvec.fasttext;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.function.Supplier;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
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
 * The loss is measured on every {@value #MEASURED}th window. Belongs to one thread; the matrices
 * are shared.
 *
 * <p>Reference: FastTextReference in the tests.
 */
final class SubwordStep implements TrainingLoop.Step {
  private static final int MEASURED = 64;

  private final Model model;
  private final Word2VecConfig config;
  private final Outputs outputs;
  private final LogisticWindow window;
  private final int[] words;
  private final int[] places;
  private int[] rows = new int[256];
  private int rowCount;

  SubwordStep(Model model, Word2VecConfig config, Arena arena) {
    this.model = model;
    this.config = config;
    this.outputs = model.outputs().get();
    this.window = outputs.window(arena, model.inputs());
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
    outputs.begin(key, slice.index());
    for (long sentence = model.slices().start(slice.index()); sentence < end; sentence++) {
      long start = corpus.sentenceStart(sentence);
      int length = (int) (corpus.sentenceEnd(sentence) - start);
      corpus.copyIds(start, words, length);
      int kept = model.subsampling().keep(words, length, places, key, start);
      for (int centre = 0; centre < kept; centre++) {
        long position = start + places[centre];
        int predictions = gather(centre, kept, key, position);
        if (predictions > 0) {
          LossMeter meter = windows++ % MEASURED == 0 ? loss : null;
          window.trainMovingMean(rows, rowCount, slice.rate(), predictions, meter);
        }
      }
    }
    window.exchange();
  }

  /** Collects the input rows and outputs of a window; tells how many words are predicted. */
  private int gather(int centre, int kept, long key, long position) {
    int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
    int from = Math.max(0, centre - width);
    int to = Math.min(kept - 1, centre + width);
    if (from == to) {
      return 0;
    }
    window.clear();
    outputs.moveTo(position);
    rowCount = 0;
    return switch (config.architecture()) {
      case SKIP_GRAM -> {
        addRows(words[centre]);
        long pairs = CounterRandom.draw(key, position, Outputs.RESERVED_DRAWS);
        for (int i = from; i <= to; i++) {
          if (i != centre) {
            outputs.addTo(window, words[i], pairs, i - from);
          }
        }
        yield to - from;
      }
      case CBOW -> {
        for (int i = from; i <= to; i++) {
          if (i != centre) {
            addRows(words[i]);
          }
        }
        outputs.addTo(window, words[centre], key, position);
        yield 1;
      }
    };
  }

  private void addRows(int word) {
    int needed = rowCount + model.subwords().count(word);
    if (needed > rows.length) {
      rows = Arrays.copyOf(rows, 2 * needed);
    }
    rowCount = model.subwords().copy(word, rows, rowCount);
  }
}
