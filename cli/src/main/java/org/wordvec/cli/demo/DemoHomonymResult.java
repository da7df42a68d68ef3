package org.wordvec.cli.demo;

import java.util.List;
import java.util.SplittableRandom;
import org.wordvec.senses.SenseInventory;

/**
 * The senses of a homonym in a trained model.
 *
 * @param senses how many the training found
 * @param meanings which senses the sentences of each meaning have
 */
record DemoHomonymResult(int senses, List<DemoMeaningResult> meanings) {
  /** Chooses senses in held-out sentences of each meaning. */
  static DemoHomonymResult of(DemoHomonym homonym, SenseInventory inventory, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new DemoHomonymResult(
        inventory.senses().senses(inventory.words().indexOf(homonym.word())),
        homonym.meanings().stream()
            .map(
                meaning ->
                    new DemoMeaningResult(
                        meaning,
                        meaning.heldOutSentences(random).stream()
                            .map(sentence -> new DemoContext(homonym.word(), sentence))
                            .map(context -> context.choose(inventory))
                            .toList()))
            .toList());
  }

  /** Returns whether each meaning has a sense of its own, and no sense is left. */
  boolean isRight() {
    return senses == meanings.size()
        && meanings.stream().allMatch(DemoMeaningResult::isConsistent)
        && meanings.stream().map(DemoMeaningResult::sense).distinct().count() == senses;
  }
}
