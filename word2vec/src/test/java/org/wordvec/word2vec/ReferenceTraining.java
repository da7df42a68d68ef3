package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.testing.Targets;
import org.wordvec.testing.Targets.Target;
import org.wordvec.testing.TrainedReference;
import org.wordvec.testing.Windows;

/** Trains a reference with the random draws of a real training; each slice has its noise words. */
public final class ReferenceTraining {
  private ReferenceTraining() {}

  /** Trains the reference of an architecture, in the order in which a trainer changes rows. */
  public static TrainedReference train(
      EncodedCorpus corpus, Word2VecConfig config, WindowOrder order) {
    ModelMatrices start = Word2Vec.start(corpus.vocabulary(), config, Arena.ofAuto());
    List<double[]> inputs = TrainedReference.rows(start.inputs());
    List<double[]> outputs = TrainedReference.rows(start.outputs());
    SkipGramReference skipGram = new SkipGramReference(inputs, outputs);
    CbowReference cbow = new CbowReference(inputs, outputs);
    Targets targets = new Targets(config.objective(), corpus.vocabulary());
    List<Double> losses =
        Windows.train(
            corpus,
            config,
            (window, rate) -> {
              List<Target> some = targets(targets, window);
              return switch (config.architecture()) {
                case SKIP_GRAM -> order.train(skipGram, window.context(), some, rate);
                case CBOW -> cbow.train(window.context(), order.groups(some), rate);
              };
            });
    return new TrainedReference(start.inputs(), inputs, losses);
  }

  private static List<Target> targets(Targets targets, Windows.Window window) {
    long pool = (long) window.slice() * Targets.POOL;
    return targets.of(
        window.word(), window.key(), window.position(), window.key(), place -> pool + place);
  }

  /**
   * Returns settings with two words in a window and at most three outputs, if the text has eight
   * words: trainers that train a window in groups have one, and train it at once.
   */
  public static Word2VecConfig ofOneGroup(Word2VecConfig config) {
    Word2VecConfig narrow = config.withWindow(1).withSample(0);
    return config.objective() instanceof Objective.NegativeSampling(int _, double exponent)
        ? narrow.withObjective(new Objective.NegativeSampling(1, exponent))
        : narrow;
  }
}
