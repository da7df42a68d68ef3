package org.wordvec.fasttext;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.CounterRandom;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.testing.Targets;
import org.wordvec.testing.Targets.Target;
import org.wordvec.testing.TrainedReference;
import org.wordvec.testing.Windows;
import org.wordvec.testing.Windows.Window;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.ModelMatrices;

/**
 * Trains the reference with the random draws of a real training, which SubwordStep documents: noise
 * words come from a pool that moves on with the position.
 */
final class ReferenceTraining {
  private final Architecture architecture;
  private final FastTextReference model;
  private final SubwordRows subwords;
  private final Targets targets;

  private ReferenceTraining(
      EncodedCorpus corpus, FastTextConfig config, FastTextReference model, Arena arena) {
    this.architecture = config.prediction().architecture();
    this.model = model;
    this.subwords = SubwordRows.of(corpus.vocabulary().words(), config.subwords(), arena);
    this.targets = new Targets(config.prediction().objective(), corpus.vocabulary());
  }

  static TrainedReference train(EncodedCorpus corpus, FastTextConfig config) {
    Arena arena = Arena.ofAuto();
    ModelMatrices start = FastText.start(corpus.vocabulary(), config, null, arena);
    FastTextReference model =
        new FastTextReference(
            TrainedReference.rows(start.inputs()), TrainedReference.rows(start.outputs()));
    ReferenceTraining training = new ReferenceTraining(corpus, config, model, arena);
    List<Double> losses = Windows.train(corpus, config.prediction(), training::train);
    return new TrainedReference(start.inputs(), model.inputs(), losses);
  }

  private double train(Window window, double rate) {
    List<Integer> context = window.context();
    List<Integer> rows = new ArrayList<>();
    List<Target> predicted = new ArrayList<>();
    switch (architecture) {
      case SKIP_GRAM -> {
        long pairs = CounterRandom.draw(window.key(), window.position(), 2);
        for (int i = 0; i < context.size(); i++) {
          // Places in the window are numbered, that of the word in its middle too.
          int place = i < window.before() ? i : i + 1;
          predicted.addAll(targets(context.get(i), pairs, place, window));
        }
        addRows(window.word(), rows);
      }
      case CBOW -> {
        context.forEach(word -> addRows(word, rows));
        predicted.addAll(targets(window.word(), window.key(), window.position(), window));
      }
    }
    return model.train(rows, predicted, rate);
  }

  private void addRows(int word, List<Integer> rows) {
    IntStream.range(0, subwords.count(word)).forEach(i -> rows.add(subwords.row(word, i)));
  }

  private List<Target> targets(int word, long key, long at, Window window) {
    long first = window.position() * FastText.renewedNoise(architecture);
    return targets.of(
        word,
        key,
        at,
        window.key(),
        place -> first + Math.floorMod(place - first, (long) Targets.POOL));
  }
}
