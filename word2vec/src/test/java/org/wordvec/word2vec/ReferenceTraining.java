package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.SkipGramReference.Target;

/**
 * Trains a reference one window after another, with the random draws of a real training: at a
 * position of the corpus number 0 is for subsampling, 1 for the width of the window, and those from
 * 2 choose noise words from the pool of the slice.
 */
public final class ReferenceTraining {
  private static final int POOL = 2048;

  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final Model model;
  private final AliasTable noise;
  private final HuffmanTree tree;
  private long predictions;

  /** Learns from windows, in its own vectors in double precision. */
  interface Model {
    List<double[]> inputs();

    List<double[]> outputs();

    /** Trains a window and returns its loss before it has learnt. */
    double train(List<Integer> context, List<Target> targets, double rate);
  }

  /**
   * What is learnt.
   *
   * @param start the inputs before
   * @param losses mean loss per prediction of each epoch
   */
  public record Trained(
      Matrix start, List<double[]> inputs, List<double[]> outputs, List<Double> losses) {
    /** Returns how far inputs are from these, in parts of the way from the start to these. */
    public double deviation(FloatRows found) {
      double error = 0;
      double learnt = 0;
      for (int row = 0; row < inputs.size(); row++) {
        for (int column = 0; column < inputs.get(row).length; column++) {
          double value = inputs.get(row)[column];
          error += Math.pow(value - found.get(row, column), 2);
          learnt += Math.pow(value - start.get(row, column), 2);
        }
      }
      return Math.sqrt(error / learnt);
    }
  }

  private ReferenceTraining(EncodedCorpus corpus, Word2VecConfig config, Model model) {
    this.corpus = corpus;
    this.config = config;
    this.model = model;
    double exponent =
        config.objective() instanceof Objective.NegativeSampling(int _, double power) ? power : 1;
    this.noise = Outputs.noise(new Objective.NegativeSampling(1, exponent), corpus.vocabulary());
    this.tree = HuffmanTree.of(corpus.vocabulary().counts());
  }

  /** Trains the reference of an architecture. */
  public static Trained train(EncodedCorpus corpus, Word2VecConfig config) {
    ModelMatrices start = Word2Vec.start(corpus.vocabulary(), config, Arena.ofAuto());
    List<double[]> inputs = rows(start.inputs());
    List<double[]> outputs = rows(start.outputs());
    Model model =
        switch (config.architecture()) {
          case SKIP_GRAM -> new SkipGramReference(inputs, outputs);
          case CBOW -> new CbowReference(inputs, outputs);
        };
    ReferenceTraining training = new ReferenceTraining(corpus, config, model);
    List<Double> losses =
        IntStream.range(0, config.schedule().epochs()).mapToObj(training::epoch).toList();
    return new Trained(start.inputs(), inputs, outputs, losses);
  }

  /**
   * Returns settings with two words in a window and at most three outputs, if the text has eight
   * words: trainers that train a window in tiles or groups have one, and agree to rounding.
   */
  public static Word2VecConfig ofOneTile(Word2VecConfig config) {
    Word2VecConfig narrow = config.withWindow(1).withSample(0);
    return config.objective() instanceof Objective.NegativeSampling(int _, double exponent)
        ? narrow.withObjective(new Objective.NegativeSampling(1, exponent))
        : narrow;
  }

  /** Returns the rows of a matrix in double precision. */
  private static List<double[]> rows(Matrix matrix) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(
            row ->
                IntStream.range(0, matrix.dimensions())
                    .mapToDouble(column -> matrix.get(row, column))
                    .toArray())
        .toList();
  }

  private double epoch(int epoch) {
    SentenceSlices slices = SentenceSlices.of(corpus);
    Subsampling subsampling = Subsampling.of(corpus.vocabulary(), config.sample());
    int[] words = new int[slices.longestSentence()];
    int[] places = new int[words.length];
    long key = CounterRandom.key(config.execution().seed(), epoch);
    double loss = 0;
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
          long at = start + places[centre];
          int width = 1 + CounterRandom.below(CounterRandom.draw(key, at, 1), config.window());
          List<Integer> context = new ArrayList<>();
          for (int i = Math.max(0, centre - width); i <= centre + width && i < kept; i++) {
            if (i != centre) {
              context.add(words[i]);
            }
          }
          if (!context.isEmpty()) {
            loss += model.train(context, targets(words[centre], key, at, slice), rate);
            predictions += config.architecture() == Architecture.CBOW ? 1 : context.size();
          }
        }
      }
    }
    return loss / predictions;
  }

  private List<Target> targets(int word, long key, long at, int slice) {
    return switch (config.objective()) {
      case Objective.HierarchicalSoftmax _ -> SkipGramReference.hierarchicalSoftmax(word, tree);
      case Objective.NegativeSampling(int negatives, double _) ->
          SkipGramReference.negativeSampling(
              word,
              IntStream.range(0, negatives)
                  .map(i -> CounterRandom.below(CounterRandom.draw(key, at, 2 + i), POOL))
                  .map(i -> noise.draw(CounterRandom.draw(~key, (long) slice * POOL + i, 0))));
    };
  }
}
