package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.function.Supplier;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.LogisticWindow;
import org.wordvec.corpora.words.Vocabulary;

/**
 * The output side of a model as one thread sees it: which rows a predicted word is trained against,
 * and with what labels. The matrix and the tables behind it are shared by all threads.
 */
public sealed interface Outputs {
  /** Draws that one position uses besides those for negatives: subsampling and the window. */
  int RESERVED_DRAWS = 2;

  /**
   * Creates a window between input rows and these outputs.
   *
   * @param arena owns the window's memory
   */
  LogisticWindow window(Arena arena, Matrix inputs);

  /** Prepares for a slice of the epoch that a key stands for. */
  void begin(long key, int slice);

  /** Moves on to a position of the corpus. */
  void moveTo(long position);

  /**
   * Adds the rows for a predicted word to the outputs of a {@link #window}. Its negatives are draws
   * number {@value #RESERVED_DRAWS} and on at a position under a key.
   */
  void addTo(LogisticWindow window, int word, long key, long position);

  /** Rows that the output matrix needs. */
  static int rows(Objective objective, Vocabulary vocabulary) {
    return switch (objective) {
      case Objective.NegativeSampling _ -> vocabulary.size();
      case Objective.HierarchicalSoftmax _ -> Math.max(1, vocabulary.size() - 1);
    };
  }

  /** The noise distribution. */
  static AliasTable noise(Objective.NegativeSampling sampling, Vocabulary vocabulary) {
    return AliasTable.of(
        Arrays.stream(vocabulary.counts())
            .mapToDouble(n -> Math.pow((double) n, sampling.noiseExponent()))
            .toArray());
  }

  /**
   * Returns what creates the outputs of an objective, once for each thread.
   *
   * @param renewed noise words that replace others of the pool at each position; 0 to take a new
   *     pool for each slice
   */
  static Supplier<Outputs> factory(
      Objective objective, Vocabulary vocabulary, Matrix matrix, int renewed, int threads) {
    return switch (objective) {
      case Objective.NegativeSampling sampling -> {
        AliasTable noise = noise(sampling, vocabulary);
        yield () -> new Noise(matrix, new NoisePool(noise, renewed), sampling.negatives());
      }
      case Objective.HierarchicalSoftmax _ -> {
        HuffmanTree tree = HuffmanTree.of(vocabulary.counts());
        int copies = threads == 1 ? 0 : Path.COPIES;
        yield () -> new Path(tree, matrix, copies);
      }
    };
  }

  /**
   * The word itself, and noise words; a noise word that equals it is skipped, as in word2vec.c,
   * where fastText draws another.
   */
  final class Noise implements Outputs {
    /** Numbers that fill two cache lines, so that no thread writes where another does. */
    private static final int UNSHARED = 32;

    private final Matrix matrix;
    private final NoisePool pool;
    private final int negatives;
    private final int[] turns;

    Noise(Matrix matrix, NoisePool pool, int negatives) {
      this.matrix = matrix;
      this.pool = pool;
      this.negatives = negatives;
      this.turns = new int[1 + negatives + UNSHARED];
    }

    @Override
    public LogisticWindow window(Arena arena, Matrix inputs) {
      return new LogisticWindow(arena, inputs, matrix);
    }

    @Override
    public void begin(long key, int slice) {
      pool.begin(key, slice);
    }

    @Override
    public void moveTo(long position) {
      pool.moveTo(position);
    }

    @Override
    public void addTo(LogisticWindow window, int word, long key, long position) {
      turns[0] = 2 * word;
      int count = 1;
      for (int i = 0; i < negatives; i++) {
        int other = pool.draw(CounterRandom.draw(key, position, RESERVED_DRAWS + i));
        turns[count] = 2 * other + 1;
        count += other == word ? 0 : 1;
      }
      window.addOutputs(turns, 0, count);
    }
  }

  /**
   * The inner nodes on the way to the word; the label is 1 where the code is 0.
   *
   * <p>Every path passes the root, so with several threads each has copies of the {@value #COPIES}
   * nodes nearest to it, which were made last and have the highest numbers.
   */
  final class Path implements Outputs {
    static final int COPIES = 512;

    private final HuffmanTree tree;
    private final Matrix matrix;
    private final int copies;

    Path(HuffmanTree tree, Matrix matrix, int copies) {
      this.tree = tree;
      this.matrix = matrix;
      this.copies = copies;
    }

    @Override
    public LogisticWindow window(Arena arena, Matrix inputs) {
      return LogisticWindow.withCopies(arena, inputs, matrix, copies);
    }

    @Override
    public void begin(long key, int slice) {}

    @Override
    public void moveTo(long position) {}

    @Override
    public void addTo(LogisticWindow window, int word, long key, long position) {
      tree.addTo(window, word);
    }
  }
}
