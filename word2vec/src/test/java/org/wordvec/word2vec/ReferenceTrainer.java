package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Word2vec written down plainly: one window after another, in double precision, with an exact
 * sigmoid, with the random draws that WindowStep and Outputs document, and in the order in which
 * the CPU or the GPU changes the rows of a window.
 */
final class ReferenceTrainer {
  private static final int SLICE = 10_000;
  private static final int POOL = 2048;

  private final EncodedCorpus corpus;
  private final Word2VecConfig config;
  private final Order order;
  private final double[][] inputs;
  private final double[][] outputs;
  private final AliasTable noise;
  private final HuffmanTree tree;
  private final int[] pool = new int[POOL];
  private final List<Double> losses = new ArrayList<>();
  private double loss;
  private long predictions;

  /** In which order a window's rows change. */
  enum Order {
    /** All coefficients first; then tiles of rows, as LogisticWindow documents. */
    CPU,
    /** Up to six different outputs at a time, with two words of the window after the other two. */
    GPU
  }

  private ReferenceTrainer(EncodedCorpus corpus, Word2VecConfig config, Order order) {
    this.corpus = corpus;
    this.order = order;
    this.config = config;
    int words = corpus.vocabulary().size();
    this.inputs = startingRows(words, config);
    this.outputs = new double[words][config.dimensions()];
    long[] counts = corpus.vocabulary().counts();
    double exponent =
        config.objective() instanceof Objective.NegativeSampling sampling
            ? sampling.noiseExponent()
            : 1;
    this.noise =
        AliasTable.of(
            Arrays.stream(counts).mapToDouble(n -> Math.pow((double) n, exponent)).toArray());
    this.tree = HuffmanTree.of(counts);
  }

  private static double[][] startingRows(int words, Word2VecConfig config) {
    Matrix matrix = Matrix.allocate(Arena.ofAuto(), words, config.dimensions());
    RandomRows.fill(matrix, config.execution().seed());
    double[][] rows = new double[words][config.dimensions()];
    for (int word = 0; word < words; word++) {
      float[] row = matrix.row(word);
      Arrays.setAll(rows[word], column -> row[column]);
    }
    return rows;
  }

  /** The input vectors. */
  double[][] vectors() {
    return inputs;
  }

  /** Mean loss per prediction of each epoch. */
  List<Double> losses() {
    return losses;
  }

  static ReferenceTrainer train(EncodedCorpus corpus, Word2VecConfig config) {
    return train(corpus, config, Order.CPU);
  }

  static ReferenceTrainer train(EncodedCorpus corpus, Word2VecConfig config, Order order) {
    ReferenceTrainer trainer = new ReferenceTrainer(corpus, config, order);
    List<List<Long>> slices = trainer.slices();
    int epochs = config.schedule().epochs();
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int slice = 0; slice < slices.size(); slice++) {
        double done = epoch * slices.size() + slice;
        float rate = config.schedule().rateAt(done / (epochs * slices.size()));
        trainer.trainSlice(slices.get(slice), slice, epoch, rate);
      }
      trainer.losses.add(trainer.loss / trainer.predictions);
      trainer.loss = 0;
      trainer.predictions = 0;
    }
    return trainer;
  }

  private List<List<Long>> slices() {
    List<List<Long>> slices = new ArrayList<>();
    long tokens = SLICE;
    for (long sentence = 0; sentence < corpus.sentences(); sentence++) {
      if (tokens >= SLICE) {
        slices.add(new ArrayList<>());
        tokens = 0;
      }
      slices.getLast().add(sentence);
      tokens += corpus.sentenceEnd(sentence) - corpus.sentenceStart(sentence);
    }
    return slices;
  }

  private void trainSlice(List<Long> sentences, int slice, int epoch, double rate) {
    long key = CounterRandom.key(config.execution().seed(), epoch);
    for (int i = 0; i < POOL; i++) {
      pool[i] = noise.draw(CounterRandom.draw(~key, (long) slice * POOL + i, 0));
    }
    for (long sentence : sentences) {
      List<Long> kept = new ArrayList<>();
      for (long at = corpus.sentenceStart(sentence); at < corpus.sentenceEnd(sentence); at++) {
        if (isKept(word(at), CounterRandom.draw(key, at, 0))) {
          kept.add(at);
        }
      }
      for (int centre = 0; centre < kept.size(); centre++) {
        trainWindow(kept, centre, key, rate);
      }
    }
  }

  private int word(long position) {
    int[] word = new int[1];
    corpus.copyIds(position, word, 1);
    return word[0];
  }

  private boolean isKept(int word, long bits) {
    double total = corpus.vocabulary().totalCount();
    double ratio = config.sample() * total / corpus.vocabulary().count(word);
    return config.sample() == 0 || (bits >>> 32) * 0x1p-32 < Math.sqrt(ratio) + ratio;
  }

  private void trainWindow(List<Long> kept, int centre, long key, double rate) {
    long position = kept.get(centre);
    int width = 1 + CounterRandom.below(CounterRandom.draw(key, position, 1), config.window());
    List<Integer> context = new ArrayList<>();
    for (int i = centre - width; i <= centre + width; i++) {
      if (i >= 0 && i < kept.size() && i != centre) {
        context.add(word(kept.get(i)));
      }
    }
    if (context.isEmpty()) {
      return;
    }
    List<Target> targets = targets(word(position), key, position);
    switch (config.architecture()) {
      case SKIP_GRAM -> {
        switch (order) {
          case CPU -> trainEach(context, targets, rate);
          case GPU -> {
            groups(targets).forEach(group -> trainInPairs(context, group, rate));
            predictions += context.size();
          }
        }
      }
      case CBOW ->
          trainMean(context, order == Order.CPU ? List.of(targets) : groups(targets), rate);
    }
  }

  /** An output row and its label. */
  private record Target(int row, int label) {}

  private List<Target> targets(int word, long key, long position) {
    List<Target> targets = new ArrayList<>();
    switch (config.objective()) {
      case Objective.NegativeSampling(int negatives, double _) -> {
        targets.add(new Target(word, 1));
        for (int i = 0; i < negatives; i++) {
          int other = pool[CounterRandom.below(CounterRandom.draw(key, position, 2 + i), POOL)];
          if (other != word) {
            targets.add(new Target(other, 0));
          }
        }
      }
      case Objective.HierarchicalSoftmax _ -> {
        for (int at = tree.start(word); at < tree.start(word + 1); at++) {
          targets.add(new Target(tree.node(at), tree.branch(at) ? 0 : 1));
        }
      }
    }
    return targets;
  }

  /** All coefficients first; then rows change in tiles, as LogisticWindow documents. */
  private void trainEach(List<Integer> context, List<Target> targets, double rate) {
    double[][] coefficients = new double[context.size()][targets.size()];
    for (int i = 0; i < context.size(); i++) {
      for (int o = 0; o < targets.size(); o++) {
        coefficients[i][o] = rate * difference(inputs[context.get(i)], targets.get(o));
      }
      predictions++;
    }
    // As few tiles as do, of four outputs first, then of three.
    int tiles = (targets.size() + 3) / 4;
    int end;
    for (int tile = 0, o = 0; o < targets.size(); tile++, o = end) {
      end = Math.min(targets.size(), o + (tile < targets.size() - 3 * tiles ? 4 : 3));
      int i = 0;
      while (i < context.size()) {
        boolean pair = i + 1 < context.size() && !context.get(i).equals(context.get(i + 1));
        updateTile(context, targets, coefficients, i, pair ? i + 2 : i + 1, o, end);
        i += pair ? 2 : 1;
      }
    }
  }

  private void updateTile(
      List<Integer> context,
      List<Target> targets,
      double[][] coefficients,
      int firstInput,
      int endInput,
      int firstTarget,
      int endTarget) {
    double[][] old = new double[context.size()][];
    for (int i = firstInput; i < endInput; i++) {
      old[i] = inputs[context.get(i)].clone();
    }
    for (int o = firstTarget; o < endTarget; o++) {
      double[] output = outputs[targets.get(o).row()];
      double[] oldOutput = output.clone();
      for (int i = firstInput; i < endInput; i++) {
        add(coefficients[i][o], oldOutput, inputs[context.get(i)]);
        add(coefficients[i][o], old[i], output);
      }
    }
  }

  /** Six outputs at most; one that occurs again begins a new group. */
  private static List<List<Target>> groups(List<Target> targets) {
    List<List<Target>> groups = new ArrayList<>();
    for (Target target : targets) {
      if (groups.isEmpty()
          || groups.getLast().size() == 6
          || groups.getLast().stream().anyMatch(other -> other.row() == target.row())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(target);
    }
    return groups;
  }

  /** Two words at a time; the next two are read before the changes of these are added. */
  private void trainInPairs(List<Integer> context, List<Target> group, double rate) {
    List<double[]> pair = readPair(context, 0);
    for (int first = 0; first < context.size(); first += 2) {
      List<double[]> next = readPair(context, first + 2);
      List<double[]> coefficients =
          pair.stream().map(input -> coefficients(input, group, rate)).toList();
      for (int o = 0; o < group.size(); o++) {
        double[] output = outputs[group.get(o).row()];
        double[] oldOutput = output.clone();
        for (int i = 0; i < pair.size(); i++) {
          add(coefficients.get(i)[o], oldOutput, inputs[context.get(first + i)]);
          add(coefficients.get(i)[o], pair.get(i), output);
        }
      }
      pair = next;
    }
  }

  private List<double[]> readPair(List<Integer> context, int from) {
    return context.stream().skip(from).limit(2).map(word -> inputs[word].clone()).toList();
  }

  private double[] coefficients(double[] input, List<Target> targets, double rate) {
    return targets.stream().mapToDouble(target -> rate * difference(input, target)).toArray();
  }

  private void trainMean(List<Integer> context, List<List<Target>> groups, double rate) {
    double[] hidden = new double[config.dimensions()];
    for (int word : context) {
      add(1.0 / context.size(), inputs[word], hidden);
    }
    double[] change = new double[config.dimensions()];
    for (List<Target> group : groups) {
      double[] coefficients = coefficients(hidden, group, rate);
      for (int o = 0; o < group.size(); o++) {
        double[] output = outputs[group.get(o).row()];
        add(coefficients[o], output, change);
        add(coefficients[o], hidden, output);
      }
    }
    predictions++;
    for (int word : context) {
      add(1, change, inputs[word]);
    }
  }

  /** Label less prediction, whose loss it counts. */
  private double difference(double[] input, Target target) {
    double dot = 0;
    for (int i = 0; i < input.length; i++) {
      dot += input[i] * outputs[target.row()][i];
    }
    double sigmoid = 1 / (1 + Math.exp(-dot));
    loss -= Math.log(target.label() == 1 ? sigmoid : 1 - sigmoid);
    return target.label() - sigmoid;
  }

  private static void add(double factor, double[] source, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }
}
