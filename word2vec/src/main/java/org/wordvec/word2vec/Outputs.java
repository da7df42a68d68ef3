package org.wordvec.word2vec;

import java.util.Arrays;
import java.util.function.Supplier;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.LogisticWindow;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.Vocabulary;

/**
 * The output side of a model as one thread sees it: which rows a predicted word is trained against,
 * and with what labels. The matrix and the tables behind it are shared by all threads.
 */
sealed interface Outputs {
  /** Draws that one position uses besides those for negatives: subsampling and the window. */
  int RESERVED_DRAWS = 2;

  /** Prepares for a slice. */
  void begin(long key, int slice);

  /** Adds the rows for a predicted word to a window. */
  void addTo(LogisticWindow window, int word, long key, long position);

  /** Rows that the output matrix needs. */
  static int rows(Objective objective, Vocabulary vocabulary) {
    return switch (objective) {
      case Objective.NegativeSampling _ -> vocabulary.size();
      case Objective.HierarchicalSoftmax _ -> Math.max(1, vocabulary.size() - 1);
    };
  }

  /** Makes the outputs that an objective asks for, for one thread after another. */
  static Supplier<Outputs> factory(Objective objective, Vocabulary vocabulary, Matrix matrix) {
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

  /**
   * The word itself, and noise words; a noise word that equals it is skipped, as in word2vec.c.
   *
   * <p>Noise words come from a pool of {@value #POOL} that is drawn from the noise distribution
   * anew for each slice. A window's noise words are still drawn one by one and at random; but their
   * rows are few enough to stay in the processor's cache, where rows drawn from a whole vocabulary
   * come from memory each time, which costs more than all arithmetic.
   */
  final class Noise implements Outputs {
    static final int POOL = 2048;

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
    public void addTo(LogisticWindow window, int word, long key, long position) {
      window.add(base + word * rowBytes, true);
      for (int i = 0; i < negatives; i++) {
        long bits = CounterRandom.draw(key, position, RESERVED_DRAWS + i);
        int other = pool[CounterRandom.below(bits, POOL)];
        if (other != word) {
          window.add(base + other * rowBytes, false);
        }
      }
    }
  }

  /** The inner nodes on the way to the word; the label is 1 where the code is 0. */
  record Path(Matrix matrix, HuffmanTree tree) implements Outputs {
    @Override
    public void begin(long key, int slice) {}

    @Override
    public void addTo(LogisticWindow window, int word, long key, long position) {
      long base = matrix.address(0);
      long rowBytes = matrix.rowBytes();
      int end = tree.start(word + 1);
      for (int at = tree.start(word); at < end; at++) {
        window.add(base + tree.node(at) * rowBytes, !tree.branch(at));
      }
    }
  }
}
