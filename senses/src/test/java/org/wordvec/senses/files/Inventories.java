package org.wordvec.senses.files;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.SenseTable;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.senses.induction.TreeTable;

/** Small inventories with random values. */
final class Inventories {
  private static final int DIMENSIONS = 3;
  private static final List<String> WORDS =
      List.of("the", "bank", "ß", "词语", "a#b", "rare", "crane");

  private Inventories() {}

  /**
   * The second, fourth and last word have several senses, the fifth a single one of several usages.
   */
  static SenseInventory random(Arena arena, long seed) {
    Random random = new Random(seed);
    @Nullable SenseTree[] trees = {
      null,
      tree(random, 0),
      tree(random),
      tree(random, 0, 1, 0),
      tree(random, 0, 0),
      null,
      tree(random, 0, 1)
    };
    return inventory(
        arena,
        random,
        trees,
        new SenseTable(
            new int[] {1, 1, 3, 3, 3, 6, 6},
            new int[] {1, 0, 2, 0, 1, 0, 1},
            new float[] {0.6f, 0.4f, 0.5f, 0.3f, 0.2f, 1 / 3f, 2 / 3f}));
  }

  /** No word was frequent enough. */
  static SenseInventory plain(Arena arena) {
    return inventory(
        arena,
        new Random(1),
        new @Nullable SenseTree[WORDS.size()],
        new SenseTable(new int[0], new int[0], new float[0]));
  }

  private static SenseInventory inventory(
      Arena arena, Random random, @Nullable SenseTree[] trees, SenseTable senses) {
    Matrix vectors = Matrix.allocate(arena, WORDS.size(), DIMENSIONS);
    float[] weights = new float[WORDS.size()];
    for (int word = 0; word < WORDS.size(); word++) {
      vectors.setRow(word, values(random, DIMENSIONS));
      weights[word] = random.nextFloat();
    }
    return new SenseInventory(
        WordList.of(WORDS),
        new ContextSpace(vectors, weights),
        new SenseSettings(6, 0.1 + 0.2, 1.0 / 30),
        TreeTable.of(trees),
        senses);
  }

  private static SenseTree tree(Random random, int... parents) {
    int size = parents.length + 1;
    float[] separations = new float[size - 1];
    float[] shares = new float[size];
    List<float[]> means = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      shares[i] = 1f / size;
      float[] mean = values(random, 3 * DIMENSIONS);
      for (int k = 0; k < mean.length; k++) {
        mean[k] = Float.float16ToFloat(Float.floatToFloat16(mean[k]));
      }
      means.add(mean);
    }
    for (int i = 0; i < separations.length; i++) {
      separations[i] = random.nextFloat();
    }
    return new SenseTree(parents, separations, shares, means);
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
