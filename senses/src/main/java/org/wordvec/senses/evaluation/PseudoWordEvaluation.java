package org.wordvec.senses.evaluation;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.ContextReader;
import org.wordvec.senses.induction.Occurrences;
import org.wordvec.senses.induction.SenseInduction;
import org.wordvec.senses.induction.SenseTree;

/**
 * Divides pseudo-words as the training divides words, with the same context vectors and settings,
 * and compares the senses found with the words that each occurrence really is.
 *
 * <p>The words stand for each other in contexts too. Unlike in a training on a text with joined
 * words, the context vectors were trained with the words apart.
 */
public final class PseudoWordEvaluation {
  private final EncodedCorpus corpus;
  private final SenseInventory inventory;
  private final long seed;
  private final int threads;

  /**
   * Creates an evaluation.
   *
   * @param corpus encoded with the words of the inventory
   * @param seed of the clustering
   */
  public PseudoWordEvaluation(
      EncodedCorpus corpus, SenseInventory inventory, long seed, int threads) {
    this.corpus = corpus;
    this.inventory = inventory;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * The result of a pseudo-word.
   *
   * @param word that was divided
   * @param senses that were found
   * @param agreement of senses and words
   */
  public record Result(PseudoWord word, int senses, ClusterAgreement agreement) {}

  /**
   * Divides pseudo-words.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public List<Result> evaluate(List<PseudoWord> words) throws InterruptedException {
    long[] counts = Occurrences.counts(corpus);
    int[] wanted = new int[counts.length];
    for (PseudoWord word : words) {
      IntStream.of(word.words()).forEach(part -> wanted[part] = Integer.MAX_VALUE);
    }
    Occurrences occurrences = Occurrences.of(corpus, counts, wanted);
    @Nullable Result[] results = new Result[words.size()];
    try (Arena arena = Arena.ofShared()) {
      new Workers(threads)
          .shareInterruptibly(
              words.size(),
              () -> new Worker(occurrences, arena),
              (worker, task) -> results[task] = worker.evaluate(words.get(task)));
    }
    List<Result> all = new ArrayList<>();
    for (Result result : results) {
      if (result != null) {
        all.add(result);
      }
    }
    return all;
  }

  /** Evaluates pseudo-words on one thread. */
  private final class Worker {
    private final Occurrences occurrences;
    private final SenseInduction induction;
    private final ContextReader reader = new ContextReader(corpus, inventory.space());

    Worker(Occurrences occurrences, Arena arena) {
      this.occurrences = occurrences;
      this.induction = new SenseInduction(corpus, inventory.space(), inventory.settings(), arena);
    }

    private record Occurrence(long place, int word) {}

    @Nullable Result evaluate(PseudoWord word) {
      Occurrence[] all =
          IntStream.of(word.words())
              .boxed()
              .flatMap(
                  part ->
                      Arrays.stream(occurrences.places(part))
                          .mapToObj(place -> new Occurrence(place, part)))
              .sorted((one, other) -> Long.compare(one.place(), other.place()))
              .toArray(Occurrence[]::new);
      SenseTree tree = induction.tree(spread(all), seed, word.words());
      if (tree == null) {
        return null;
      }
      int senses = tree.clusters(inventory.settings().separation());
      List<float[]> centres =
          tree.division(senses).stream().map(SenseTree.Cluster::centre).toList();
      int[] found = new int[all.length];
      for (int i = 0; i < all.length; i++) {
        found[i] = ContextSpace.nearest(centres, reader.at(all[i].place(), word.words()));
      }
      List<Integer> truth = Arrays.stream(all).map(Occurrence::word).toList();
      return new Result(word, senses, ClusterAgreement.of(truth, found));
    }

    /** Returns as many places as the training looks at, evenly spread. */
    private static long[] spread(Occurrence[] all) {
      int count = Math.min(all.length, SenseInduction.CONTEXTS);
      long[] places = new long[count];
      for (int i = 0; i < count; i++) {
        places[i] = all[(int) ((2L * i + 1) * all.length / (2L * count))].place();
      }
      return places;
    }
  }
}
