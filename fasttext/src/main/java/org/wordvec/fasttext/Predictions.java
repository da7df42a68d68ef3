package org.wordvec.fasttext;

import java.util.Arrays;
import java.util.function.Supplier;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.MeanWindow;
import org.wordvec.corpora.Vocabulary;
import org.wordvec.word2vec.HuffmanTree;
import org.wordvec.word2vec.Objective;

sealed interface Predictions {
  int RESERVED_DRAWS = 2;

  void begin(long key, int slice);

  /** Adds the rows for words {@code from} to {@code to}, without the one at {@code left}. */
  void addTo(
      MeanWindow window,
      int[] words,
      int from,
      int to,
      int left,
      long key,
      long position,
      float rate);

  static int rows(Objective objective, Vocabulary vocabulary) {
    return switch (objective) {
      case Objective.NegativeSampling _ -> vocabulary.size();
      case Objective.HierarchicalSoftmax _ -> Math.max(1, vocabulary.size() - 1);
    };
  }

  static Supplier<Predictions> factory(Objective objective, Vocabulary vocabulary, Matrix matrix) {
    return switch (objective) {
      case Objective.NegativeSampling(int negatives, double exponent) -> {
        AliasTable noise =
            AliasTable.of(
                Arrays.stream(vocabulary.counts())
                    .mapToDouble(n -> Math.pow((double) n, exponent))
                    .toArray());
        yield () -> new Noise(matrix, noise, negatives);
      }
      case Objective.HierarchicalSoftmax _ -> {
        HuffmanTree tree = HuffmanTree.of(vocabulary.counts());
        yield () -> new Path(matrix, tree);
      }
    };
  }

  final class Noise implements Predictions {
    static final int POOL = Integer.getInteger("exp.pool", 2048);
    static final int SHARED = Integer.getInteger("exp.shared", 0);
    private final long base;
    private final long rowBytes;
    private final AliasTable noise;
    private final int negatives;
    private final int[] pool = new int[POOL];

    Noise(Matrix matrix, AliasTable noise, int negatives) {
      this.base = matrix.address(0);
      this.rowBytes = matrix.rowBytes();
      this.noise = noise;
      this.negatives = negatives;
    }

    @Override
    public void begin(long key, int slice) {
      for (int i = 0; i < POOL; i++) {
        pool[i] = noise.draw(CounterRandom.draw(~key, (long) slice * POOL + i, 0));
      }
    }

    @Override
    public void addTo(
        MeanWindow window,
        int[] words,
        int from,
        int to,
        int left,
        long key,
        long position,
        float rate) {
      long own = CounterRandom.draw(key, position, RESERVED_DRAWS);
      int contexts = 0;
      for (int i = from; i <= to; i++) {
        if (i == left) {
          continue;
        }
        contexts++;
        window.add(base + words[i] * rowBytes, true, rate);
        if (SHARED == 0) {
          for (int j = 0; j < negatives; j++) {
            int other = draw(CounterRandom.draw(own, i - from, j));
            if (other != words[i]) {
              window.add(base + other * rowBytes, false, rate);
            }
          }
        }
      }
      if (SHARED != 0) {
        int shared = SHARED > 0 ? SHARED : Math.max(negatives, contexts * negatives / -SHARED);
        float weighted = rate * negatives * contexts / shared;
        for (int j = 0; j < shared; j++) {
          int other = draw(CounterRandom.draw(own, 0, j));
          window.add(base + other * rowBytes, false, weighted);
        }
      }
    }

    private int draw(long bits) {
      return POOL == 0 ? noise.draw(bits) : pool[CounterRandom.below(bits, POOL)];
    }
  }

  record Path(Matrix matrix, HuffmanTree tree) implements Predictions {
    @Override
    public void begin(long key, int slice) {}

    @Override
    public void addTo(
        MeanWindow window,
        int[] words,
        int from,
        int to,
        int left,
        long key,
        long position,
        float rate) {
      long base = matrix.address(0);
      long rowBytes = matrix.rowBytes();
      for (int i = from; i <= to; i++) {
        if (i != left) {
          int end = tree.start(words[i] + 1);
          for (int at = tree.start(words[i]); at < end; at++) {
            window.add(base + tree.node(at) * rowBytes, !tree.branch(at), rate);
          }
        }
      }
    }
  }
}
