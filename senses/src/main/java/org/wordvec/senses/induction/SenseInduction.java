package org.wordvec.senses.induction;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.vectors.Geometry;

/**
 * Divides the contexts of words into clusters. What comes out depends on no order of work and on no
 * number of threads.
 *
 * <p>Up to {@value #CONTEXTS} occurrences of a word are looked at, evenly spread over the corpus.
 * Words that are rarer than {@value #LEAST_COUNT} have too few contexts; words that make up more
 * than {@link #FREQUENT} of the corpus are words of grammar, whose contexts tell constructions and
 * not senses: both are not divided.
 */
public final class SenseInduction {
  /** Occurrences of a word that are looked at. */
  public static final int CONTEXTS = 1_000;

  /** Occurrences that a word needs to be divided. */
  public static final int LEAST_COUNT = 50;

  /** The part of the corpus that a divided word makes up at most. */
  public static final double FREQUENT = 1e-3;

  /** Contexts that a sense needs, whatever its share. */
  private static final int LEAST_CONTEXTS = 5;

  private final ContextReader reader;
  private final SenseSettings settings;
  private final TreeBuilder builder;

  /**
   * Creates the working memory of one thread.
   *
   * @param arena owns it
   */
  public SenseInduction(
      EncodedCorpus corpus, ContextSpace space, SenseSettings settings, Arena arena) {
    this.reader = new ContextReader(corpus, space);
    this.settings = settings;
    this.builder = new TreeBuilder(CONTEXTS, space.features(), arena);
  }

  /** Returns the words that are frequent enough to be divided, and not too frequent. */
  public static int[] divisible(long[] counts) {
    double most = FREQUENT * Arrays.stream(counts).sum();
    return IntStream.range(0, counts.length)
        .filter(word -> counts[word] >= LEAST_COUNT && counts[word] <= most)
        .toArray();
  }

  /**
   * Divides words of a corpus.
   *
   * @param counts of all words in this corpus
   * @param words to divide
   * @return for each word of the vocabulary its tree, or null
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static @Nullable SenseTree[] trees(
      EncodedCorpus corpus,
      ContextSpace space,
      SenseSettings settings,
      long[] counts,
      int[] words,
      long seed,
      int threads)
      throws InterruptedException {
    int[] wanted = new int[counts.length];
    for (int word : words) {
      wanted[word] = CONTEXTS;
    }
    Occurrences occurrences = Occurrences.of(corpus, counts, wanted);
    @Nullable SenseTree[] trees = new SenseTree[counts.length];
    try (Arena arena = Arena.ofShared()) {
      new Workers(threads)
          .shareInterruptibly(
              words.length,
              () -> new SenseInduction(corpus, space, settings, arena),
              (induction, task) -> {
                int word = words[task];
                trees[word] = induction.tree(occurrences.places(word), seed, word);
              });
    }
    return trees;
  }

  /**
   * Divides the contexts of one word.
   *
   * @param places of the occurrences, up to {@value #CONTEXTS}
   * @param words that count as the one word, the first giving its random draws
   * @return the tree; null if no occurrence has another word around it
   */
  public @Nullable SenseTree tree(long[] places, long seed, int... words) {
    Matrix contexts = builder.contexts();
    int count = 0;
    for (long place : places) {
      float[] context = reader.at(place, words);
      if (!Geometry.isZero(context)) {
        contexts.setRow(count++, context);
      }
    }
    int smallest = Math.max(LEAST_CONTEXTS, (int) Math.ceil(settings.minimumShare() * count));
    return count == 0
        ? null
        : builder.build(
            count, settings.maximumSenses(), smallest, CounterRandom.key(seed, words[0]));
  }
}
