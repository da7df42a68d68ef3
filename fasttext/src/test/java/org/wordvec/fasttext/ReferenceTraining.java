package org.wordvec.fasttext;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.fasttext.FastTextReference.Target;
import org.wordvec.word2vec.HuffmanTree;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Outputs;
import org.wordvec.word2vec.SentenceSlices;
import org.wordvec.word2vec.Subsampling;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Trains the reference one window after another, with the random draws of a real training, which
 * SubwordStep documents: noise words come from a pool that moves on with the position.
 */
final class ReferenceTraining {
  private static final int POOL = 2048;

  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final FastTextReference model;
  private final SubwordRows subwords;
  private final AliasTable noise;
  private final HuffmanTree tree;
  private long key;
  private long position;
  private long predictions;

  /**
   * What is learnt.
   *
   * @param start the inputs before
   * @param losses mean loss per prediction of each epoch
   */
  record Trained(Matrix start, List<double[]> inputs, List<double[]> outputs, List<Double> losses) {
    /** Returns how far inputs are from these, in parts of the way from the start to these. */
    double deviation(FloatRows found) {
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

  private ReferenceTraining(
      EncodedCorpus corpus, FastTextConfig config, FastTextReference model, Arena arena) {
    this.corpus = corpus;
    this.config = config.prediction();
    this.model = model;
    this.subwords = SubwordRows.of(corpus.vocabulary().words(), config.subwords(), arena);
    double exponent =
        this.config.objective() instanceof Objective.NegativeSampling(int _, double power)
            ? power
            : 1;
    this.noise = Outputs.noise(new Objective.NegativeSampling(1, exponent), corpus.vocabulary());
    this.tree = HuffmanTree.of(corpus.vocabulary().counts());
  }

  static Trained train(EncodedCorpus corpus, FastTextConfig config) {
    Arena arena = Arena.ofAuto();
    ModelMatrices start = FastText.start(corpus.vocabulary(), config, null, arena);
    FastTextReference model = new FastTextReference(rows(start.inputs()), rows(start.outputs()));
    ReferenceTraining training = new ReferenceTraining(corpus, config, model, arena);
    int epochs = config.prediction().schedule().epochs();
    List<Double> losses = IntStream.range(0, epochs).mapToObj(training::epoch).toList();
    return new Trained(start.inputs(), model.inputs(), model.outputs(), losses);
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
    key = CounterRandom.key(config.execution().seed(), epoch);
    predictions = 0;
    double loss = 0;
    for (int slice = 0; slice < slices.size(); slice++) {
      double done = ((double) epoch * slices.size() + slice) / slices.size();
      double rate = config.schedule().rateAt(done / config.schedule().epochs());
      for (long sentence = slices.start(slice); sentence < slices.end(slice); sentence++) {
        long start = corpus.sentenceStart(sentence);
        int length = (int) (corpus.sentenceEnd(sentence) - start);
        corpus.copyIds(start, words, length);
        int kept = subsampling.keep(words, length, places, key, start);
        for (int centre = 0; centre < kept; centre++) {
          position = start + places[centre];
          loss += window(words, kept, centre, rate);
        }
      }
    }
    return loss / predictions;
  }

  private double window(int[] words, int kept, int centre, double rate) {
    int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
    int from = Math.max(0, centre - width);
    int[] around =
        IntStream.rangeClosed(from, Math.min(kept - 1, centre + width))
            .filter(i -> i != centre)
            .toArray();
    List<Integer> rows = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    switch (config.architecture()) {
      case SKIP_GRAM -> {
        long pairs = CounterRandom.draw(key, position, 2);
        Arrays.stream(around).forEach(i -> targets.addAll(targets(words[i], pairs, i - from)));
        addRows(words[centre], rows);
        predictions += around.length;
      }
      case CBOW -> {
        Arrays.stream(around).forEach(i -> addRows(words[i], rows));
        targets.addAll(targets(words[centre], key, position));
        predictions += around.length > 0 ? 1 : 0;
      }
    }
    return around.length == 0 ? 0 : model.train(rows, targets, rate);
  }

  private void addRows(int word, List<Integer> rows) {
    IntStream.range(0, subwords.count(word)).forEach(i -> rows.add(subwords.row(word, i)));
  }

  private List<Target> targets(int word, long drawKey, long at) {
    return switch (config.objective()) {
      case Objective.HierarchicalSoftmax _ -> FastTextReference.hierarchicalSoftmax(word, tree);
      case Objective.NegativeSampling(int negatives, double _) ->
          FastTextReference.negativeSampling(
              word,
              IntStream.range(0, negatives)
                  .map(i -> CounterRandom.below(CounterRandom.draw(drawKey, at, 2 + i), POOL))
                  .map(this::pooled));
    };
  }

  /** The noise word at a place of the pool, which holds 2,048 successive draws. */
  private int pooled(int place) {
    long first = position * FastText.renewedNoise(config.architecture());
    long draw = first + Math.floorMod(place - first, (long) POOL);
    return noise.draw(CounterRandom.draw(~key, draw, 0));
  }
}
